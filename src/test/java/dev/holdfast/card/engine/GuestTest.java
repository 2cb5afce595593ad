package dev.holdfast.card.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

/** The engine could leave this repo tomorrow, and takes nothing from the machine it runs on. */
@AnalyzeClasses(packagesOf = Template.class, importOptions = DoNotIncludeTests.class)
class GuestTest {

  @ArchTest
  static final ArchRule knowsNothingButJacksonAndTheJdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.holdfast.card.engine..", "tools.jackson..", "org.jspecify..", "java..");

  @ArchTest
  static final ArchRule reflectsOnNothingAndOpensNothing =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.reflect", "java.nio.file", "java.net.http");

  @ArchTest
  static final ArchRule takesLocaleZoneAndTimeFromItsHost =
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(TimeZone.class, "getDefault")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class);
}
