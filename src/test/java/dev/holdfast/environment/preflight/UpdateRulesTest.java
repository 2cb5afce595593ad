package dev.holdfast.environment.preflight;

import static dev.holdfast.environment.Sample.NOW;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.Sample;
import dev.holdfast.environment.SampleApi;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.ToldFinOps;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R14, R17, R40: what the service says of the apps. It's Friday, 17:00 UTC. */
class UpdateRulesTest {

  private final SampleApi api = new SampleApi();
  private final ToldFinOps finOps = new ToldFinOps();
  private final SettableClock clock = new SettableClock(NOW);
  private final PreflightService preflight = Preflights.over(api, finOps, clock);

  @BeforeEach
  void aSandboxAndADeveloperEnvironment() {
    api.has(Sample.of(EnvironmentKind.USE, "A"), Sample.of(EnvironmentKind.UDE, "B"));
  }

  private void says(String id, String kind, String version, int planned) {
    finOps.properties.put(
        id,
        new FinOpsAnswer.Known<>(
            new FinOpsProperties(kind, Optional.ofNullable(version), Optional.empty(), planned)));
  }

  private void window(String id, DayOfWeek... days) {
    finOps.maintenance.put(
        id, new FinOpsAnswer.Known<>(new FinOpsMaintenance("EveryUpdate", Set.of(days))));
  }

  @ParameterizedTest
  @CsvSource({
    "UnifiedDeveloper, UDE",
    "unifiedsandbox, USE",
    "UnifiedProduction, UPE",
    "LCSSandbox, LCS_SANDBOX",
    "LCSProduction, LCS_PRODUCTION",
    "Trial, UNIFIED",
    "SomethingNew, UNIFIED",
    "Unknown, USE",
    "'', USE"
  })
  void thePowerPlatformApiTellsTheKindFirstAndDataverseWhatItDoesNot(
      String word, EnvironmentKind kind) {
    says("id-A", word, "10.0.2645.136", 0);
    assertThat(preflight.read("id-A").kind()).isEqualTo(kind);
    assertThat(api.asked.contains("deployment id-A"))
        .isEqualTo(word.isEmpty() || word.equals("Unknown"));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAnswerDataverseTellsTheKind(Reason reason) {
    finOps.properties.put("id-A", ToldFinOps.none(reason));
    assertThat(preflight.read("id-A").kind()).isEqualTo(EnvironmentKind.USE);
    assertThat(api.asked).contains("deployment id-A");
  }

  @Test
  void aVersionThatIsNotToldComesFromDataverse() {
    says("id-A", "UnifiedSandbox", null, 0);
    says("id-B", "UnifiedDeveloper", "10.0.39", 0);
    assertThat(rule("id-A", "id-B", "R17"))
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.GREEN))
        .extracting(Finding::source)
        .asString()
        .startsWith(
            "From Dataverse (msprov_getfinopsapplicationdetails) and the Power Platform API"
                + " (finopsproperties)");
  }

  @Test
  void aSourceThatIsOlderIsAWarning() {
    says("id-A", "UnifiedSandbox", "10.0.2645.136", 0);
    says("id-B", "UnifiedDeveloper", "10.0.2700.1", 0);
    Finding found = rule("id-A", "id-B", "R17");
    assertThat(found.severity()).isEqualTo(Severity.AMBER);
    assertThat(found.sentence()).contains("10.0.2645.136", "newer version 10.0.2700.1");
    assertThat(found.source()).startsWith("From the Power Platform API (finopsproperties)");
  }

  private void older(String from, String to) {
    says("id-A", "UnifiedSandbox", from, 0);
    says("id-B", "UnifiedDeveloper", to, 0);
  }

  private void offers(FinOpsVersion... versions) {
    finOps.versions.put("id-A", new FinOpsAnswer.Known<>(List.of(versions)));
  }

  /** It's the older one that can be updated; a build and a release can't be compared. */
  @Test
  void anOlderSourceComesWithTheVersionsThatItCanBeUpdatedTo() {
    older("10.0.2645.136", "10.0.2700.1");
    offers(
        new FinOpsVersion("10.0.48.7", "QualityUpdate"),
        new FinOpsVersion("10.0.50", "PublicPreview"),
        new FinOpsVersion("10.0.49.1", "GeneralAvailability"),
        new FinOpsVersion("10.0.47.9", ""));
    Finding found = rule("id-A", "id-B", "R17");
    assertThat(found.severity()).isEqualTo(Severity.AMBER);
    assertThat(found.sentence())
        .contains("newer version 10.0.2700.1")
        .endsWith(
            " Power Platform offers to update A to 10.0.50 (PublicPreview, a preview), 10.0.49.1"
                + " (GeneralAvailability), and 10.0.48.7 (QualityUpdate).");
    assertThat(found.source())
        .startsWith("From the Power Platform API (finopsproperties)")
        .endsWith(" · what is offered from the Power Platform API (finopsversions)");
    assertThat(finOps.askedForVersions).containsExactly("id-A");
  }

  @Test
  void onlyNewerVersionsAreOffers() {
    older("10.0.48.7", "10.0.49.1");
    offers(new FinOpsVersion("10.0.47.1", "X"), new FinOpsVersion("10.0.48.7", "Y"));
    assertThat(rule("id-A", "id-B", "R17").sentence())
        .endsWith(" Power Platform offers no newer version to A now.");
    offers(new FinOpsVersion("10.0.47.1", "X"), new FinOpsVersion("10.0.49.1", " "));
    assertThat(rule("id-A", "id-B", "R17").sentence())
        .endsWith(" Power Platform offers to update A to 10.0.49.1.");
  }

  @ParameterizedTest
  @EnumSource
  void versionsThatAreNotToldAreNoReasonToRefuse(Reason reason) {
    older("10.0.40", "10.0.41");
    finOps.versions.put("id-A", ToldFinOps.none(reason));
    Finding found = rule("id-A", "id-B", "R17");
    assertThat(found.severity()).isEqualTo(Severity.AMBER);
    assertThat(found.sentence())
        .endsWith(" Power Platform doesn't say to which versions A can be updated.");
  }

  @Test
  void theReviewOfARestoreSaysItAndItsCallDoesNotWaitForIt() {
    older("10.0.40", "10.0.41");
    offers(new FinOpsVersion("10.0.41", "GeneralAvailability"));
    RestoreOrder order = restore("id-A", "id-B", Duration.ofDays(3));
    PreflightResult call = preflight.beforeTheCall(order);
    assertThat(finOps.askedForVersions).isEmpty();
    Finding inReview = versions(preflight.restore(order).checks());
    assertThat(inReview.sentence()).endsWith("to 10.0.41 (GeneralAvailability).");
    assertThat(versions(preflight.reviewed(call))).isEqualTo(inReview);
    assertThat(versions(call.checks()).sentence()).endsWith("might lose newer features.");
  }

  @Test
  void aSourceThatIsNotOlderIsNotAskedAbout() {
    older("10.0.41", "10.0.40");
    assertThat(rule("id-A", "id-B", "R17").severity()).isEqualTo(Severity.GREEN);
    older("10.0.x", "10.0.40");
    assertThat(rule("id-A", "id-B", "R17").severity()).isEqualTo(Severity.AMBER);
    assertThat(finOps.askedForVersions).isEmpty();
  }

  private static Finding versions(List<Finding> findings) {
    return findings.stream().filter(one -> one.rule().equals("R17")).findFirst().orElseThrow();
  }

  @Test
  void aVersionThatIsNoNumberCannotBeCompared() {
    says("id-A", "UnifiedSandbox", "10.0.x", 0);
    says("id-B", "UnifiedDeveloper", "10.0.2700.1", 0);
    assertThat(rule("id-A", "id-B", "R17").sentence()).contains("version of A isn't known");
  }

  @Test
  void theKindHasTheNameOfItsSource() {
    says("id-A", "UnifiedSandbox", "10.0.40", 0);
    says("id-B", "UnifiedDeveloper", "10.0.40", 0);
    assertThat(rule("id-A", "id-B", "R14").source())
        .startsWith("From the Power Platform API (finopsproperties)");
  }

  @Test
  void plannedActionsAreAWarningOnEitherSide() {
    says("id-A", "UnifiedSandbox", "10.0.40", 1);
    says("id-B", "UnifiedDeveloper", "10.0.40", 3);
    assertThat(updates("id-A", "id-B"))
        .extracting(Finding::sentence)
        .containsExactlyInAnyOrder(
            planned("an action planned for A"), planned("3 actions planned for B"));
    says("id-A", "UnifiedSandbox", "10.0.40", 0);
    assertThat(updates("id-A", "id-B")).hasSize(1);
  }

  private static String planned(String what) {
    return "Power Platform has "
        + what
        + " and doesn't say what or when. It might be an update. Check it in the Power Platform"
        + " admin center.";
  }

  @Test
  void aMaintenanceDayWithinTheExpectedTimeIsAWarning() {
    window("id-A", SATURDAY, SUNDAY);
    window("id-B", FRIDAY, MONDAY);
    List<Finding> found = updates("id-A", "id-B");
    assertThat(found).extracting(Finding::severity).containsOnly(Severity.AMBER);
    assertThat(found)
        .extracting(Finding::sentence)
        .anyMatch(words -> words.startsWith("Saturday is in the maintenance window of A."))
        .anyMatch(words -> words.startsWith("Friday is in the maintenance window of B."));
    assertThat(found)
        .extracting(Finding::source)
        .allMatch(
            source -> source.startsWith("From the Power Platform API (finopsadminsettings) · "));
  }

  @Test
  void otherDaysAreNone() {
    window("id-A", SUNDAY, THURSDAY);
    assertThat(updates("id-A", "id-B"))
        .extracting(Finding::severity, Finding::sentence)
        .containsExactly(
            tuple(Severity.GREEN, "Power Platform updates A on other days: Thursday and Sunday."));
  }

  @Test
  void aWindowWithoutDaysSaysNothing() {
    window("id-A");
    assertThat(updates("id-A", "id-B"))
        .extracting(Finding::severity, Finding::sentence)
        .containsExactly(
            tuple(Severity.AMBER, "Power Platform doesn't say on which days it updates A."));
  }

  @ParameterizedTest
  @EnumSource
  void aWindowThatCannotBeReadIsSaidUnlessNobodyIsAsked(Reason reason) {
    finOps.maintenance.put("id-A", ToldFinOps.none(reason));
    List<Finding> found = updates("id-A", "id-B");
    if (reason == Reason.NOT_ASKED) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).extracting(Finding::severity).containsExactly(Severity.AMBER);
      assertThat(found.get(0).sentence()).endsWith("The service answers " + reason + ".");
    }
  }

  @Test
  void noAppsNoUpdates() {
    api.has(Sample.sandbox("A"), Sample.of(EnvironmentKind.LCS_SANDBOX, "B"));
    says("id-A", "UnifiedSandbox", "10.0.40", 1);
    window("id-A", FRIDAY);
    window("id-B", FRIDAY);
    assertThat(updates("id-A", "id-B")).isEmpty();
    assertThat(itself("id-A", Duration.ofDays(3))).isEmpty();
  }

  @Test
  void backToATimeBeforeAMaintenanceDayIsAWarning() {
    window("id-A", WEDNESDAY);
    assertThat(itself("id-A", Duration.ofDays(3)))
        .anySatisfy(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.AMBER);
              assertThat(found.sentence())
                  .contains("a maintenance day of A (Wednesday)", "back to the earlier version");
            });
  }

  @Test
  void withoutAMaintenanceDaySinceThenThereIsNoWarning() {
    window("id-A", MONDAY);
    assertThat(itself("id-A", Duration.ofDays(2)))
        .extracting(Finding::severity)
        .containsOnly(Severity.GREEN);
  }

  @Test
  void whatCannotBeToldIsAWarning() {
    Stream.<FinOpsAnswer<FinOpsMaintenance>>of(
            ToldFinOps.none(Reason.NOT_ASKED),
            ToldFinOps.none(Reason.NOT_THERE),
            new FinOpsAnswer.Known<>(new FinOpsMaintenance("Regulated", Set.of())))
        .forEach(
            answer -> {
              finOps.maintenance.put("id-A", answer);
              assertThat(itself("id-A", Duration.ofDays(1)))
                  .anySatisfy(
                      found -> {
                        assertThat(found.severity()).isEqualTo(Severity.AMBER);
                        assertThat(found.sentence()).startsWith("Holdfast can't tell whether");
                      });
            });
  }

  @Test
  void anotherEnvironmentIsNotTakenBack() {
    window("id-A", WEDNESDAY);
    assertThat(preflight.beforeTheCall(restore("id-B", "id-A", Duration.ofDays(3))).checks())
        .extracting(Finding::sentence)
        .noneMatch(words -> words.contains("back to the earlier version"));
  }

  private List<Finding> itself(String id, Duration ago) {
    return preflight.beforeTheCall(restore(id, id, ago)).checks().stream()
        .filter(found -> found.rule().equals("R40"))
        .toList();
  }

  private static RestoreOrder restore(String source, String target, Duration ago) {
    return new RestoreOrder(source, target, "", NOW.minus(ago), true, Optional.empty());
  }

  private List<Finding> updates(String source, String target) {
    return preflight.pair(source, target).checks().stream()
        .filter(found -> found.rule().equals("R40"))
        .toList();
  }

  private Finding rule(String source, String target, String rule) {
    return preflight.pair(source, target).checks().stream()
        .filter(found -> found.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
