package dev.holdfast;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.holdfast.app.RequestEventConfiguration;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.policy.EmergencyPolicy;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.approval.policy.PolicyReaders;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.support.WireRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/** What must not be where, beyond the modules of {@link ModulithTests}. */
class ArchitectureTests {

  private static final JavaClasses HOLDFAST =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.holdfast");

  private static final int MOST_TYPES = 30;

  private static final int MOST_COMPONENTS = 8;

  /** Those below {@code teams} that know neither the chat nor the connector. */
  private static final List<String> KNOW_NOTHING_ELSE = List.of("teams.auth", "teams.settings");

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

  @Test
  void thereAreNoCircles() {
    slices().matching("dev.holdfast.(**)").should().beFreeOfCycles().check(HOLDFAST);
  }

  @Test
  void noPackageIsTooLargeToLookThrough() {
    Map<String, Long> sizes =
        HOLDFAST.stream()
            .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    sizes.values().removeIf(types -> types <= MOST_TYPES);
    assertThat(sizes).isEmpty();
  }

  @Test
  void recordsGroupTheirComponentsUnlessTheyMirrorADocument() {
    assertThat(
            HOLDFAST.stream()
                .filter(type -> type.isRecord() && !type.isAnnotatedWith(WireRecord.class))
                .filter(type -> components(type) > MOST_COMPONENTS)
                .map(JavaClass::getName))
        .isEmpty();
  }

  private static long components(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .count();
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
  void onlyTracingSeesOpenTelemetry() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.holdfast.support.tracing")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.opentelemetry..", "io.micrometer.tracing..")
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
            "dev.holdfast.api.order",
            "dev.holdfast.app..",
            "dev.holdfast.approval..",
            "dev.holdfast.audit",
            "dev.holdfast.audit.sink",
            "dev.holdfast.bot.dispatch",
            "dev.holdfast.execution..",
            "dev.holdfast.freeze",
            "dev.holdfast.notification..",
            "dev.holdfast.operation.draft",
            "dev.holdfast.retention",
            "dev.holdfast.series",
            "dev.holdfast.support",
            "dev.holdfast.support.tracing",
            "dev.holdfast.ticket.note",
            "dev.holdfast.webhook")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.kagkarlsson..")
        .check(HOLDFAST);
  }

  /**
   * A card of an environment opens the form for a restore. When a request is to start, and how
   * often it's repeated, is the same for all types.
   */
  @Test
  void onlyATypeOfOperationLooksIntoWhatItsRequestsAskFor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.holdfast.operation.*..", "dev.holdfast.app", "dev.holdfast.chat.environment")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.holdfast.operation.*..")
                .and(not(resideInAPackage("dev.holdfast.operation.start")))
                .and(not(resideInAPackage("dev.holdfast.operation.repeat"))))
        .check(HOLDFAST);
  }

  /** Cards, clicks, and lists ask {@link PermissionEvaluator}. */
  @Test
  void onlyThePermissionEvaluatorAsksThePolicyAboutPeople() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(PermissionEvaluator.class, PolicyEvaluator.class, EmergencyPolicy.class)
        .and()
        .doNotHaveSimpleName("ApprovalRevalidation")
        .and()
        .doNotHaveSimpleName("Approvers")
        .and()
        .doNotHaveSimpleName("DecisionRights")
        .should()
        .accessTargetWhere(
            target(owner(type(PolicyEvaluator.class)))
                .and(
                    target(
                        nameMatching(
                            "denial|denialOfEmergency|mayDecide|isReserve|acceptsDelegate|mayDelegate|mayRequest|isNamed|approvers"))))
        .orShould()
        .accessTargetWhere(
            target(owner(type(EmergencyPolicy.class)))
                .and(target(nameMatching("denial|mayDeclare|mayReview|reviewers"))))
        .check(HOLDFAST);
  }

  /** What people may not see isn't there for them. */
  @Test
  void whatPeopleAreShownIsFoundByTheirRights() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(ReadingRights.class, PolicyReaders.class)
        .should()
        .accessTargetWhere(target(owner(type(PolicyReaders.class))))
        .check(HOLDFAST);
    noClasses()
        .that()
        .resideInAnyPackage("dev.holdfast.bot..", "dev.holdfast.operation..", "dev.holdfast.chat..")
        .and()
        .doNotBelongToAnyOf(ReadableEnvironments.class, EnvironmentLabels.class)
        .and()
        .doNotHaveSimpleName("ParentRequestListener")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(EnvironmentCatalog.class, RequestRepository.class)
        .check(HOLDFAST);
  }

  /** The aggregate has guards of its own, as a second line. */
  @Test
  void onlyApprovalAndRequestComparePeople() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.holdfast.approval..", "dev.holdfast.request..")
        .should()
        .accessTargetWhere(
            target(owner(type(Person.class))).and(target(nameMatching("isSameAs|equals"))))
        .check(HOLDFAST);
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.holdfast.approval..", "dev.holdfast.request..")
        .and()
        .doNotHaveSimpleName("RecipientResolver")
        .and()
        .doNotHaveSimpleName("LegacyLeaveMigration")
        .should()
        .accessTargetWhere(
            target(owner(type(ApprovalTerms.class))).and(target(nameMatching("approvers"))))
        .check(HOLDFAST);
  }

  /** Where beans need each other, one of them asks an ObjectProvider. */
  @Test
  void nothingIsInjectedLazily() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Lazy.class).check(HOLDFAST);
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
