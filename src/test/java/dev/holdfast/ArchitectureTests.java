package dev.holdfast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.holdfast.app.RequestEventConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.event.EventListener;

/** Holds the table of modules: who may use whom. */
class ArchitectureTests {

  private static final JavaClasses HOLDFAST =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.holdfast");

  /** A module, which is a package with those below it, and the modules that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("support", List.of()),
          Map.entry("settings", List.of()),
          Map.entry("retention", List.of()),
          Map.entry("message", List.of()),
          Map.entry("card", List.of("message")),
          Map.entry("entra", List.of()),
          Map.entry("adminapi", List.of("entra", "settings", "support")),
          Map.entry("request", List.of()),
          Map.entry("environment", List.of("adminapi", "message", "support")),
          Map.entry("doctor", List.of("adminapi", "entra")),
          Map.entry("approval", List.of("request", "environment", "doctor", "settings", "support")),
          Map.entry(
              "execution", List.of("operation", "request", "adminapi", "environment", "support")),
          Map.entry("messaging", List.of("card")),
          Map.entry(
              "notification",
              List.of(
                  "operation",
                  "messaging",
                  "request",
                  "card",
                  "doctor",
                  "message",
                  "retention",
                  "support")),
          Map.entry("audit", List.of("request", "doctor")),
          Map.entry(
              "bot",
              List.of(
                  "messaging",
                  "card",
                  "environment",
                  "adminapi",
                  "request",
                  "retention",
                  "support")),
          Map.entry(
              "operation",
              List.of(
                  "bot",
                  "request",
                  "approval",
                  "environment",
                  "adminapi",
                  "card",
                  "message",
                  "messaging",
                  "retention",
                  "support")),
          Map.entry(
              "chat",
              List.of(
                  "bot",
                  "operation",
                  "notification",
                  "approval",
                  "request",
                  "audit",
                  "environment",
                  "adminapi",
                  "doctor",
                  "card",
                  "message",
                  "messaging",
                  "support")),
          Map.entry(
              "teams",
              List.of(
                  "bot",
                  "notification",
                  "messaging",
                  "card",
                  "entra",
                  "doctor",
                  "retention",
                  "settings",
                  "support")),
          Map.entry("simulator", List.of()),
          Map.entry("local", List.of("simulator", "adminapi", "entra", "settings")),
          Map.entry(
              "app",
              List.of(
                  "operation",
                  "approval",
                  "execution",
                  "notification",
                  "audit",
                  "request",
                  "doctor",
                  "settings",
                  "support")));

  /** Those below {@code teams} that know neither the chat nor the connector. */
  private static final List<String> KNOW_NOTHING_ELSE = List.of("teams.auth", "teams.settings");

  static Stream<Map.Entry<String, List<String>>> modules() {
    return MAY_USE.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void eachModuleUsesOnlyWhatTheTableAllows(Map.Entry<String, List<String>> row) {
    String[] allowed =
        Stream.concat(Stream.of(row.getKey()), row.getValue().stream())
            .map(ArchitectureTests::withThoseBelow)
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> fits =
        resideInAnyPackage(allowed).or(resideOutsideOfPackages("dev.holdfast.."));
    classes()
        .that()
        .resideInAPackage(withThoseBelow(row.getKey()))
        .should()
        .onlyDependOnClassesThat(fits)
        .check(HOLDFAST);
  }

  @Test
  void everyModuleStandsInTheTable() {
    String[] known =
        Stream.concat(
                Stream.of("dev.holdfast"),
                MAY_USE.keySet().stream().map(ArchitectureTests::withThoseBelow))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(HOLDFAST);
  }

  @Test
  void theArchitecturePageSaysTheSame() throws IOException {
    Map<String, Set<String>> page = new HashMap<>();
    Matcher rows =
        Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| ([^|]*) \\|$")
            .matcher(Files.readString(Path.of("src/docs/ARCHITECTURE.md")));
    while (rows.find()) {
      page.put(
          rows.group(1), rows.group(2).equals("–") ? Set.of() : Set.of(rows.group(2).split(", ")));
    }
    Map<String, Set<String>> table = new HashMap<>();
    MAY_USE.forEach((module, uses) -> table.put(module, Set.copyOf(uses)));

    assertThat(page).containsExactlyInAnyOrderEntriesOf(table);
  }

  @ParameterizedTest
  @FieldSource("KNOW_NOTHING_ELSE")
  void settingsAndTokenCheckOfTeamsKnowNothingElse(String name) {
    classes()
        .that()
        .resideInAPackage("dev.holdfast." + name)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("dev.holdfast." + name)
                .or(resideOutsideOfPackages("dev.holdfast..")))
        .check(HOLDFAST);
  }

  private static String withThoseBelow(String module) {
    return "dev.holdfast." + module + "..";
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("dev.holdfast.(**)").should().beFreeOfCycles().check(HOLDFAST);
  }

  @Test
  void onlyTeamsSeesTheBotFrameworkSdkAndJackson2() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.holdfast.teams..")
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
        .resideInAPackage("dev.holdfast.card.engine..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.holdfast.card.engine..", "java..", "tools.jackson..", "org.jspecify..")
        .check(HOLDFAST);
  }

  @Test
  void onlyTheNamedPlacesScheduleDurableWork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.holdfast.app..",
            "dev.holdfast.approval",
            "dev.holdfast.audit",
            "dev.holdfast.bot.dispatch",
            "dev.holdfast.execution",
            "dev.holdfast.notification..",
            "dev.holdfast.retention",
            "dev.holdfast.support")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.kagkarlsson..")
        .check(HOLDFAST);
  }

  /** Whoever shows an environment opens the form for a restore with it. */
  @Test
  void onlyATypeOfOperationLooksIntoWhatItsRequestsAskFor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.holdfast.operation.*", "dev.holdfast.app", "dev.holdfast.chat.environment")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.holdfast.operation.*")
        .check(HOLDFAST);
  }

  /** Whoever wants to be told stands in {@link RequestEventConfiguration}. */
  @Test
  void nobodyListensToRequestsBesidesTheList() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("dev.holdfast.local")
        .should()
        .beAnnotatedWith(EventListener.class)
        .check(HOLDFAST);
  }
}
