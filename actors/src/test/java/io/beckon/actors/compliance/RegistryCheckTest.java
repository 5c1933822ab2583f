package io.beckon.actors.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.compliance.ContactTimesSpec.Place;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.compliance.RegistrySpec;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.registry.RegistriesInForce;
import io.beckon.protocol.registry.RegistriesInForce.Registry;
import io.beckon.protocol.registry.RegistriesInForce.Version;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistryLookup.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is registered is not contacted, nor who might be. */
class RegistryCheckTest {
  private static final RegistryId DNC = new RegistryId(12);
  private static final RuleRef RULE = new RuleRef("9", RuleType.REGISTRY, 4);
  private static final LocalDate DATE = LocalDate.of(2026, 11, 1);

  private final PoolRig rig = new PoolRig();

  @Test
  void whoIsRegisteredIsNotContacted() {
    rules(Answer.REGISTERED, usableFor(Duration.ofDays(1)), new Place("US", Set.of()));

    var denial = denial();

    assertThat(denial.rule()).isEqualTo(RULE);
    assertThat(denial.callResult()).isEqualTo(CallResult.DO_NOT_CALL);
    assertThat(denial.uncertain()).isFalse();
    assertThat(denial.reason()).contains("version 3").contains("2026-11-01").doesNotContain("555");
    assertThat(rig.store.booked()).isZero();
  }

  @Test
  void whoIsNotMayBe() {
    rules(Answer.NOT_REGISTERED, usableFor(Duration.ofDays(1)), new Place("US", Set.of()));
    assertThat(rig.authorise().allowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void whatIsTooOldIsNotGoneBy(Answer answer) {
    rules(answer, usableFor(Duration.ZERO), null);

    assertThat(denial().uncertain()).isTrue();
    assertThat(denial().rule()).isEqualTo(RULE);
    assertThat(denial().reason()).contains("too old").contains("load newer");
  }

  @Test
  void aNodeWithoutTheVersionInForceDenies() {
    rules(Answer.NOT_HERE, usableFor(Duration.ofDays(1)), null);
    assertThat(denial().uncertain()).isTrue();
    assertThat(denial().reason()).contains("does not have version 3");
  }

  @Test
  void beforeTheFirstFileNobodyIsContacted() {
    rules(Answer.NOT_REGISTERED, null, null);
    assertThat(denial().uncertain()).isTrue();
    assertThat(denial().reason()).contains("load its file");
  }

  @Test
  void isLookedAtOnlyWhereItIsNeeded() {
    rules(Answer.REGISTERED, usableFor(Duration.ofDays(1)), new Place("GB", Set.of()));
    assertThat(rig.authorise().allowed()).isTrue();
  }

  private Denial denial() {
    return Objects.requireNonNull(rig.authorise().denial());
  }

  private static Version usableFor(Duration rest) {
    return new Version(3, DATE, PoolRig.NOON.plus(rest));
  }

  private void rules(Answer answer, @Nullable Version version, @Nullable Place where) {
    var spec = new RegistrySpec("National", true, null, Set.of(), DNC, where);
    rig.rules =
        new RuleSet(
            PoolRig.TENANT,
            0,
            new ZoneKey("America/Chicago"),
            List.of(spec.compile(RULE)),
            List.of(),
            ErasedPeople.NONE,
            new RegistriesInForce(
                Map.of(DNC, new Registry("US DNC", version)), (id, number, device) -> answer));
  }
}
