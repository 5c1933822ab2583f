package io.beckon.http.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.testkit.TestRouteResult;
import io.beckon.http.JupiterRouteTest;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.Halts;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.TenantSettings;
import io.beckon.protocol.tenant.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HaltRoutesTest extends JupiterRouteTest {
  private final List<String> told = new ArrayList<>();
  private final Button button = new Button();
  private final HaltRoutes routes =
      new HaltRoutes(button, new TwoTenants(), (kind, tenant, id) -> told.add(tenant.value()));

  @Test
  void theButtonHaltsTheTenantAndEverybodyOfItIsTold() {
    var halted = press("{\"reason\":\"wrong list\"}");

    halted.assertStatusCode(200);
    assertThat(json(halted).get("halted").asBoolean()).isTrue();
    assertThat(json(halted).get("scope").asText()).isEqualTo("TENANT");
    assertThat(told).containsExactly("default");
  }

  @Test
  void aHaltOfTheClusterIsToldToEveryTenant() {
    press("{\"reason\":\"wrong list\",\"scope\":\"cluster\"}").assertStatusCode(200);

    assertThat(told).containsExactly("default", "other");
  }

  @Test
  void liftingShowsThatNothingIsHalted() {
    press("{\"reason\":\"wrong list\"}");

    var lifted = api(routes).run(HttpRequest.DELETE("/api/v1/halt").addHeader(ADMIN));

    assertThat(json(lifted).get("halted").asBoolean()).isFalse();
  }

  @Test
  void anAgentMayNotPressIt() {
    api(routes).run(HttpRequest.GET("/api/v1/halt").addHeader(AGENT)).assertStatusCode(403);
  }

  @Test
  void aHaltThatRedisWasNotToldOfIsNotAcknowledged() {
    button.redisIsAway = true;

    press("{\"reason\":\"wrong list\"}").assertStatusCode(503);
  }

  @Test
  void aHaltNeedsAReason() {
    press("{}").assertStatusCode(422);
  }

  private TestRouteResult press(String body) {
    return api(routes)
        .run(
            HttpRequest.POST("/api/v1/halt")
                .addHeader(ADMIN)
                .withEntity(ContentTypes.APPLICATION_JSON, body));
  }

  private static final class Button implements Halts {
    private HaltView now = HaltView.NONE;
    private boolean redisIsAway;

    @Override
    public CompletionStage<HaltView> of(TenantId tenant) {
      return CompletableFuture.completedFuture(now);
    }

    @Override
    public CompletionStage<HaltView> raise(Principal who, Scope scope, String reason) {
      if (redisIsAway) {
        return CompletableFuture.failedFuture(
            new RefusedException(Refusal.unavailable("NOT_YET_IN_FORCE", "No.", "Wait.")));
      }
      now = new HaltView(true, scope, reason, who.name(), Instant.EPOCH);
      return of(who.tenant());
    }

    @Override
    public CompletionStage<HaltView> lift(Principal who, Scope scope) {
      now = HaltView.NONE;
      return of(who.tenant());
    }
  }

  private static final class TwoTenants implements Tenants {
    @Override
    public CompletionStage<Page<TenantView>> list(PageRequest page) {
      return CompletableFuture.completedFuture(
          new Page<>(List.of(tenant("default"), tenant("other")), null));
    }

    private static TenantView tenant(String id) {
      return new TenantView(new TenantId(id), id, "US", Instant.EPOCH);
    }

    @Override
    public CompletionStage<TenantView> create(NewTenant tenant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Optional<TenantView>> find(TenantId tenant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<TenantSettings> settings(TenantId tenant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<TenantSettings> change(
        TenantId tenant, UnaryOperator<TenantSettings> change) {
      throw new UnsupportedOperationException();
    }
  }
}
