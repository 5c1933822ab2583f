package io.beckon.persistence.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.TestRedis;
import io.beckon.persistence.compliance.CheckedStore;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.ApiKeys.KeyRequest;
import io.beckon.protocol.tenant.AuditLog;
import io.beckon.protocol.tenant.IdempotentReplies.Claim;
import io.beckon.protocol.tenant.IdempotentReplies.Reply;
import io.beckon.protocol.tenant.NewUser;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.TenantSettings;
import io.beckon.protocol.tenant.Tenants.NewTenant;
import io.beckon.protocol.tenant.UserChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenancyIT {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");

  /** A clock the test moves. */
  private static final class Hand extends Clock {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new IllegalStateException("instants only");
    }
  }

  private final Hand clock = new Hand();
  private final PasswordHash passwords = new PasswordHash(1_000);
  private final Database database = TestPostgres.freshDatabase();
  private final PostgresUsers users = new PostgresUsers(database, passwords, clock);
  private final PostgresSignIns signIns = new PostgresSignIns(database, passwords, clock);
  private final CheckedStore checked = CheckedStore.linked(database, TestRedis.freshUri());
  private final PostgresTenants tenants =
      new PostgresTenants(database, passwords, clock, checked.outbox);
  private final PostgresApiKeys keys = new PostgresApiKeys(database, clock);

  @AfterEach
  void close() {
    checked.close();
  }

  private void makeTenant(TenantId id, String admin) {
    await(tenants.create(new NewTenant(id, "A tenant", "GB", admin, "secret1")));
  }

  @Test
  void makesTheOperatorOnceAndPrintsAGeneratedPasswordOnce() {
    var generated = FirstStart.run(database.jdbi(), null, passwords, clock.now);
    assertThat(generated).isPresent();
    assertThat(await(signIns.byPassword("admin", generated.get())).principal().isOperator())
        .isTrue();
    assertThat(FirstStart.run(database.jdbi(), null, passwords, clock.now)).isEmpty();
    assertThat(FirstStart.run(database.jdbi(), "another one", passwords, clock.now)).isEmpty();
    assertThat(await(signIns.byPassword("admin", "another one")).epoch()).isEqualTo(1);
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownNameAlike() {
    makeTenant(ACME, "ann");
    assertThatThrownBy(() -> await(signIns.byPassword("ann", "wrong")))
        .hasMessageStartingWith("BAD_CREDENTIALS");
    assertThatThrownBy(() -> await(signIns.byPassword("nobody", "wrong")))
        .hasMessageStartingWith("BAD_CREDENTIALS");
    assertThatThrownBy(() -> await(signIns.byPassword("x".repeat(65), "wrong")))
        .hasMessageStartingWith("BAD_CREDENTIALS");
  }

  @Test
  void holdsOffGuessingAndForgivesAfterAWhile() {
    makeTenant(ACME, "ann");
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> await(signIns.byPassword("ann", "wrong")))
          .hasMessageStartingWith("BAD_CREDENTIALS");
    }
    assertThatThrownBy(() -> await(signIns.byPassword("ann", "secret1")))
        .hasMessageStartingWith("TOO_MANY_ATTEMPTS");
    clock.now = clock.now.plusSeconds(3);
    assertThat(await(signIns.byPassword("ann", "secret1")).principal().tenant()).isEqualTo(ACME);
  }

  @Test
  void keepsUsernamesUniqueOverAllTenants() {
    makeTenant(ACME, "ann");
    makeTenant(OTHER, "bob");
    assertThatThrownBy(
            () -> await(users.create(OTHER, new NewUser("ann", "secret1", Set.of(Role.AGENT)))))
        .hasMessageStartingWith("USERNAME_TAKEN");
    assertThatThrownBy(() -> makeTenant(OTHER, "cid")).hasMessageStartingWith("TENANT_EXISTS");
    assertThatThrownBy(() -> makeTenant(new TenantId("third"), "ann"))
        .hasMessageStartingWith("USERNAME_TAKEN");
    assertThat(await(tenants.find(new TenantId("third")))).isEmpty();
  }

  @Test
  void showsATenantItsOwnPeopleAndKeysOnly() {
    makeTenant(ACME, "ann");
    makeTenant(OTHER, "bob");
    var key = await(keys.create(ACME, new KeyRequest("robot", Set.of(Role.ADMIN))));
    assertThat(await(users.find(OTHER, "ann"))).isEmpty();
    assertThat(await(users.list(OTHER, PageRequest.first())).items())
        .extracting(u -> u.username())
        .containsExactly("bob");
    assertThat(await(keys.list(OTHER, PageRequest.first())).items()).isEmpty();
    assertThatThrownBy(() -> await(keys.delete(OTHER, key.id()))).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> await(users.delete(OTHER, "ann"))).hasMessageContaining("NOT_FOUND");
    assertThat(await(signIns.byKey(key.key())).map(Principal::tenant)).contains(ACME);
    await(keys.delete(ACME, key.id()));
    assertThat(await(signIns.byKey(key.key()))).isEmpty();
  }

  @Test
  void keepsNoKeyAndNoPasswordInTheClear() {
    makeTenant(ACME, "ann");
    var key = await(keys.create(ACME, new KeyRequest("robot", Set.of(Role.ADMIN))));
    var rows =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "SELECT u::text FROM app_user u UNION ALL SELECT k::text FROM api_key k")
                        .mapTo(String.class)
                        .list());
    assertThat(rows).hasSize(2).noneMatch(r -> r.contains("secret1") || r.contains(key.key()));
  }

  @Test
  void endsSessionsOfAChangedUserAndKeepsTheLastAdmin() {
    makeTenant(ACME, "ann");
    await(users.create(ACME, new NewUser("abe", "secret1", Set.of(Role.AGENT))));
    await(users.change(ACME, "abe", new UserChange("secret2", null)));
    assertThat(await(signIns.byPassword("abe", "secret2")).epoch()).isEqualTo(1);
    assertThatThrownBy(() -> await(users.delete(ACME, "ann"))).hasMessageStartingWith("LAST_ADMIN");
    assertThatThrownBy(
            () -> await(users.change(ACME, "ann", new UserChange(null, Set.of(Role.AGENT)))))
        .hasMessageStartingWith("LAST_ADMIN");
    await(users.change(ACME, "abe", new UserChange(null, Set.of(Role.ADMIN))));
    await(users.delete(ACME, "ann"));
    assertThat(await(signIns.byUsername("ann"))).isEmpty();
  }

  @Test
  void pagesThroughAllUsersOnce() {
    makeTenant(ACME, "u0");
    for (var i = 1; i < 5; i++) {
      await(users.create(ACME, new NewUser("u" + i, "secret1", Set.of(Role.AGENT))));
    }
    var seen = new ArrayList<String>();
    var page = await(users.list(ACME, new PageRequest(2, null)));
    page.items().forEach(u -> seen.add(u.username()));
    while (page.next() != null) {
      page = await(users.list(ACME, new PageRequest(2, page.next())));
      page.items().forEach(u -> seen.add(u.username()));
    }
    assertThat(seen).containsExactly("u0", "u1", "u2", "u3", "u4");
  }

  @Test
  void changesSettingsAsAWhole() {
    makeTenant(ACME, "ann");
    assertThat(await(tenants.settings(ACME))).isEqualTo(TenantSettings.of("GB"));
    var wanted = new TenantSettings("us", "America/New_York", "+12125550100", List.of());
    await(tenants.change(ACME, now -> wanted));
    assertThat(await(tenants.settings(ACME))).isEqualTo(wanted);
    assertThat(await(tenants.find(ACME)).orElseThrow().country()).isEqualTo("US");
  }

  @Test
  void showsTheAuditNewestFirstAndToItsTenantOnly() {
    makeTenant(ACME, "ann");
    var audit = new PostgresAuditLog(database, clock);
    var ann = new Principal(ACME, "ann", Set.of(Role.ADMIN));
    for (var i = 0; i < 3; i++) {
      await(audit.record(ann, new AuditLog.Entry("POST", "/o" + i, Map.of("n", "" + i))));
    }
    var page = await(audit.list(ACME, new PageRequest(2, null)));
    assertThat(page.items()).extracting(a -> a.object()).containsExactly("/o2", "/o1");
    assertThat(await(audit.list(ACME, new PageRequest(2, page.next()))).items()).hasSize(1);
    assertThat(await(audit.list(OTHER, PageRequest.first())).items()).isEmpty();
  }

  @Test
  void answersARepeatedRequestWithTheFirstAnswer() {
    var replies = new PostgresIdempotentReplies(database, clock);
    assertThat(await(replies.claim(ACME, "k", "f"))).isInstanceOf(Claim.Taken.class);
    assertThat(await(replies.claim(ACME, "k", "f"))).isInstanceOf(Claim.Running.class);
    assertThat(await(replies.claim(OTHER, "k", "f"))).isInstanceOf(Claim.Taken.class);
    var reply = new Reply(201, "application/json", "{}");
    await(replies.keep(ACME, "k", reply));
    assertThat(await(replies.claim(ACME, "k", "f"))).isEqualTo(new Claim.Answered(reply));
    assertThat(await(replies.claim(ACME, "k", "g"))).isInstanceOf(Claim.OtherRequest.class);
    await(replies.release(OTHER, "k"));
    assertThat(await(replies.claim(OTHER, "k", "f"))).isInstanceOf(Claim.Taken.class);
    clock.now = clock.now.plus(Duration.ofMinutes(3));
    assertThat(await(replies.claim(OTHER, "k", "f"))).isInstanceOf(Claim.Taken.class);
    clock.now = clock.now.plus(Duration.ofDays(2));
    assertThat(await(replies.claim(ACME, "k", "g"))).isInstanceOf(Claim.Taken.class);
  }

  @Test
  void letsOneOfManyRepeatsThrough() {
    var replies = new PostgresIdempotentReplies(database, clock);
    var claims = new ArrayList<CompletionStage<Claim>>();
    for (var i = 0; i < 8; i++) {
      claims.add(replies.claim(ACME, "same", "f"));
    }
    assertThat(claims.stream().map(TenancyIT::await).filter(c -> c instanceof Claim.Taken))
        .hasSize(1);
  }

  private static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw Optional.ofNullable(e.getCause())
          .filter(RefusedException.class::isInstance)
          .map(RefusedException.class::cast)
          .orElseThrow(() -> e);
    }
  }
}
