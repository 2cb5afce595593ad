package dev.holdfast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of packages: who may use whom. */
class ArchitectureTests {

  private static final JavaClasses HOLDFAST =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.holdfast");

  /** A package, without those below it, and the packages of Holdfast that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("trail", List.of()),
          Map.entry("support", List.of()),
          Map.entry("teams.gate", List.of()),
          Map.entry(
              "teams",
              List.of(
                  "teams.gate", "chat", "card", "notice", "entra", "doctor", "trail", "support")),
          Map.entry(
              "chat",
              List.of(
                  "request",
                  "approval",
                  "audit",
                  "environment",
                  "card",
                  "notice",
                  "platform",
                  "doctor",
                  "trail",
                  "support")),
          Map.entry("card", List.of("card.template")),
          Map.entry("card.template", List.of()),
          Map.entry("request", List.of()),
          Map.entry("approval", List.of("request", "environment", "doctor", "trail", "support")),
          Map.entry("environment", List.of("platform")),
          Map.entry("entra", List.of()),
          Map.entry("platform", List.of("entra")),
          Map.entry("platform.http", List.of("platform")),
          Map.entry("platform.dataverse", List.of("platform", "platform.http")),
          Map.entry("platform.bap", List.of("platform", "platform.http", "platform.dataverse")),
          Map.entry("platform.ppapi", List.of("platform", "platform.http", "platform.dataverse")),
          Map.entry("execution", List.of("request", "platform", "environment", "trail", "support")),
          Map.entry("notice", List.of("request", "card", "doctor", "trail", "support")),
          Map.entry("doctor", List.of("platform", "entra")),
          Map.entry("audit", List.of("request", "doctor")),
          Map.entry("simulator", List.of()),
          Map.entry("local", List.of("simulator", "platform", "entra")));

  static Stream<Map.Entry<String, List<String>>> packages() {
    return MAY_USE.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void eachPackageUsesOnlyWhatTheTableAllows(Map.Entry<String, List<String>> row) {
    String[] allowed =
        Stream.concat(Stream.of(row.getKey()), row.getValue().stream())
            .map(name -> "dev.holdfast." + name)
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> fits =
        resideInAnyPackage(allowed).or(resideOutsideOfPackages("dev.holdfast.."));
    classes()
        .that()
        .resideInAPackage("dev.holdfast." + row.getKey())
        .should()
        .onlyDependOnClassesThat(fits)
        .check(HOLDFAST);
  }

  @Test
  void everyPackageStandsInTheTable() {
    String[] known =
        Stream.concat(
                Stream.of("dev.holdfast"),
                MAY_USE.keySet().stream().map(name -> "dev.holdfast." + name))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(HOLDFAST);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("dev.holdfast.(**)").should().beFreeOfCycles().check(HOLDFAST);
  }

  @Test
  void onlyTeamsSeesTheBotFrameworkSdkAndJackson2() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.holdfast.teams")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.microsoft.bot..",
            "com.fasterxml.jackson.databind..",
            "com.fasterxml.jackson.core..")
        .check(HOLDFAST);
  }

  @Test
  void onlyEntraSeesMsal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.holdfast.entra")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.microsoft.aad..")
        .check(HOLDFAST);
  }

  @Test
  void theTemplatingEngineDependsOnNothingButJackson() {
    classes()
        .that()
        .resideInAPackage("dev.holdfast.card.template")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.holdfast.card.template", "java..", "tools.jackson..", "org.jspecify..")
        .check(HOLDFAST);
  }

  @Test
  void onlyTheNamedPlacesScheduleDurableWork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.holdfast",
            "dev.holdfast.approval",
            "dev.holdfast.audit",
            "dev.holdfast.chat",
            "dev.holdfast.execution",
            "dev.holdfast.notice",
            "dev.holdfast.support")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.kagkarlsson..")
        .check(HOLDFAST);
  }
}
