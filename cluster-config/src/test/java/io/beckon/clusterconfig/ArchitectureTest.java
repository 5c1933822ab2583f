package io.beckon.clusterconfig;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Who may see whom, as docs/architecture.md draws it. */
class ArchitectureTest {
  private static final JavaClasses BECKON =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.beckon");

  @Test
  void theRulesLookAtTheWholeProduct() {
    assertThat(BECKON.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct())
        .contains("protocol", "actors", "persistence", "http", "clusterconfig");
  }

  @Test
  void actorsMeetItsSiblingsInProtocolOnly() {
    check(siblings("actors", "persistence", "http"));
  }

  @Test
  void persistenceMeetsItsSiblingsInProtocolOnly() {
    check(siblings("persistence", "actors", "http"));
  }

  @Test
  void httpMeetsItsSiblingsInProtocolOnly() {
    check(siblings("http", "actors", "persistence"));
  }

  @Test
  void protocolKnowsNobody() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.beckon.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.beckon.actors..",
                "io.beckon.persistence..",
                "io.beckon.http..",
                "io.beckon.clusterconfig.."));
  }

  @Test
  void featuresOfActorsNeverImportEachOther() {
    check(slices().matching("io.beckon.actors.(*)..").should().notDependOnEachOther());
  }

  @Test
  void featuresOfPersistenceHaveNoCycles() {
    check(slices().matching("io.beckon.persistence.(*)..").should().beFreeOfCycles());
  }

  @Test
  void featuresOfHttpHaveNoCycles() {
    check(slices().matching("io.beckon.http.(*)..").should().beFreeOfCycles());
  }

  @Test
  void partsOfTheNodeHaveNoCycles() {
    check(slices().matching("io.beckon.clusterconfig.(*)..").should().beFreeOfCycles());
  }

  /** Mains make the clock and hand it in: a node's, the carrier process's, the benches'. */
  @Test
  void theClockIsMadeInMainsOnly() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "io.beckon.protocol..",
                "io.beckon.persistence..",
                "io.beckon.http..",
                "io.beckon.actors..",
                "io.beckon.clusterconfig.(*)..")
            .and()
            .haveSimpleNameNotEndingWith("Process")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone"));
  }

  @Test
  void nobodyReadsTheWallClock() {
    check(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void namesSayTheDifference() {
    check(
        classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Impl)")
            .andShould()
            .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..impl.."));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(BECKON);
  }

  private static ArchRule siblings(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("io.beckon." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.beckon." + others[0] + "..",
            "io.beckon." + others[1] + "..",
            "io.beckon.clusterconfig..");
  }
}
