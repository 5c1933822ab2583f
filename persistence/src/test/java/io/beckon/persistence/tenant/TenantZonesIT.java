package io.beckon.persistence.tenant;

import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.compliance.CheckedStore;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.reference.Territories;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.TenantSettings;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant settles of zones holds for the next check and the next number that is read. */
class TenantZonesIT {
  private static final TenantId ACME = new TenantId("acme");

  /** Kept for fiction; a mobile may be anywhere in the country. */
  private static final String MOBILE_OF_AUSTRALIA = "+61491570006";

  private static final String ALASKA = "+19075550123";

  private CheckedStore node;
  private PostgresTenants tenants;

  @BeforeEach
  void start() {
    node = CheckedStore.fresh(TestRedis.freshUri());
    tenants =
        new PostgresTenants(node.database, new PasswordHash(1_000), Clock.systemUTC(), node.outbox);
    node.database
        .jdbi()
        .useHandle(h -> h.execute("UPDATE tenant SET settings = '{\"country\": \"AU\"}'"));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void aChangeOfWhatStandsInForUnknownZonesIsInForceWhenItIsAnswered() {
    var before = await(node.ruleSets.current(ACME));

    settle("AU", "Australia/Darwin", Territories.REMOTE_ISLANDS);

    var after = await(node.ruleSets.atLeast(ACME, before.version() + 1));
    assertThat(before.defaultZones().value()).contains("Australia/Sydney");
    assertThat(after.defaultZones().value()).isEqualTo("Australia/Darwin");
  }

  @Test
  void excludedTerritoriesDoNotStandIn() {
    var before = await(node.ruleSets.current(ACME));
    assertThat(before.defaultZones().value())
        .contains("Australia/Perth")
        .doesNotContain("Australia/Lord_Howe");

    settle("AU", null, List.of());
    var after = await(node.ruleSets.atLeast(ACME, before.version() + 1));
    assertThat(after.defaultZones().value()).contains("Australia/Lord_Howe");
  }

  @Test
  void aCallerIdIsNoneOfTheRules() {
    var before = await(node.ruleSets.current(ACME)).version();
    await(
        tenants.change(
            ACME,
            now ->
                new TenantSettings(
                    now.country(), null, "+61291920000", now.excludedTerritories())));
    assertThat(await(node.ruleSets.current(ACME)).version()).isEqualTo(before);
  }

  @Test
  void theNextNumberThatIsReadKnowsOfThem() {
    assertThat(zones(MOBILE_OF_AUSTRALIA))
        .contains("Australia/Sydney", "Australia/Eucla")
        .doesNotContain("Australia/Lord_Howe", "Indian/Cocos");
    assertThat(zones(ALASKA)).isEqualTo("America/Anchorage");

    settle("AU", null, List.of("Australia/Eucla"));
    assertThat(zones(MOBILE_OF_AUSTRALIA))
        .contains("Australia/Sydney", "Australia/Lord_Howe", "Indian/Cocos")
        .doesNotContain("Australia/Eucla");
    assertThat(zones(ALASKA)).isEqualTo("America/Adak|America/Anchorage");

    settle("AU", null, List.of());
    assertThat(zones(MOBILE_OF_AUSTRALIA)).contains("Australia/Eucla", "Australia/Lord_Howe");
  }

  private String zones(String number) {
    var locator = await(new PostgresLocators(node.database).of(ACME));
    return Objects.requireNonNull(locator.stored(new Device(number).value())).zones().value();
  }

  private void settle(String country, @Nullable String zone, List<String> territories) {
    var settings = new TenantSettings(country, zone, null, territories);
    assertThat(await(tenants.change(ACME, now -> settings))).isEqualTo(settings);
  }
}
