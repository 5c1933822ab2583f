package io.beckon.clusterconfig;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Who may see whom, as docs/architecture.md draws it. */
@AnalyzeClasses(packages = "io.beckon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule actorsMeetItsSiblingsInProtocolOnly =
      siblings("actors", "persistence", "http");

  @ArchTest
  static final ArchRule persistenceMeetsItsSiblingsInProtocolOnly =
      siblings("persistence", "actors", "http");

  @ArchTest
  static final ArchRule httpMeetsItsSiblingsInProtocolOnly =
      siblings("http", "actors", "persistence");

  @ArchTest
  static final ArchRule protocolKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("io.beckon.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.beckon.actors..",
              "io.beckon.persistence..",
              "io.beckon.http..",
              "io.beckon.clusterconfig..");

  @ArchTest
  static final ArchRule featuresOfActorsNeverImportEachOther =
      slices().matching("io.beckon.actors.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule featuresOfPersistenceHaveNoCycles =
      slices().matching("io.beckon.persistence.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresOfHttpHaveNoCycles =
      slices().matching("io.beckon.http.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsOfTheNodeHaveNoCycles =
      slices().matching("io.beckon.clusterconfig.(*)..").should().beFreeOfCycles();

  /** Mains make the clock and hand it in: a node's, the carrier process's, the benches'. */
  @ArchTest
  static final ArchRule theClockIsMadeInMainsOnly =
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
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule nobodyReadsTheWallClock =
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
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule namesSayTheDifference =
      classes()
          .should()
          .haveNameNotMatching(".*(Util|Utils|Helper|Impl)")
          .andShould()
          .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..impl..");

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
