package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static dev.holdfast.environment.Severity.AMBER;
import static dev.holdfast.environment.Severity.GREEN;
import static dev.holdfast.environment.Severity.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.platform.EnvironmentType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  private static final Instant POINT = NOW.minus(Duration.ofDays(2));

  private final Rules rules = new Rules();

  /** A change to the source, to the target, and what the rule must say of a restore then. */
  private record Case(
      String what, Sample source, Sample target, String rule, Severity severity, String says) {}

  static Stream<Arguments> cases() {
    return Stream.of(
            row("a trial source", trial("A"), box("B"), "R1", RED, "not backed up"),
            row("same region", box("A"), box("B"), "R9", GREEN, "both lie in the region europe"),
            row(
                "region in other letters",
                box("A").region("EUROPE"),
                box("B"),
                "R9",
                GREEN,
                "both lie in the region"),
            row(
                "other region",
                box("A").region("asia"),
                box("B"),
                "R9",
                RED,
                "A lies in the region asia and B in"),
            row("region not said", box("A").region(""), box("B"), "R9", AMBER, "the region of A"),
            row(
                "target without Dataverse",
                box("A"),
                box("B").withoutDataverse(),
                "R9",
                RED,
                "B: no Dataverse"),
            row(
                "source without Dataverse",
                box("A").withoutDataverse(),
                box("B"),
                "R9",
                RED,
                "A: no Dataverse"),
            row("both with Dataverse", box("A"), box("B"), "R9", GREEN, "Dataverse is there: A, B"),
            row("neither managed", box("A"), box("B"), "R10", GREEN, "both not managed"),
            row(
                "both managed",
                box("A").managed(true),
                box("B").managed(true),
                "R10",
                GREEN,
                "both Managed"),
            row(
                "managed source",
                box("A").managed(true),
                box("B"),
                "R10",
                RED,
                "A is a Managed Environment and B is"),
            row(
                "managed target",
                box("A"),
                box("B").managed(true),
                "R10",
                RED,
                "B is a Managed Environment and A is"),
            row(
                "management not said",
                box("A"),
                box("B").managed(null),
                "R10",
                AMBER,
                "whether B is a Managed"),
            row("keys of Microsoft", box("A"), box("B"), "R11", GREEN, "keys that Microsoft"),
            row(
                "key on the source only",
                box("A").customerKey(true),
                box("B"),
                "R11",
                RED,
                "A is under a customer-managed"),
            row(
                "key on the target only",
                box("A"),
                box("B").customerKey(true),
                "R11",
                AMBER,
                "B is under a customer-managed"),
            row(
                "a key on both",
                box("A").customerKey(true),
                box("B").customerKey(true),
                "R11",
                AMBER,
                "must be the same key"),
            row(
                "key not said",
                box("A").customerKey(null),
                box("B"),
                "R11",
                AMBER,
                "the encryption key of A"),
            row("no network policy", box("A"), box("B"), "R11", GREEN, "under no network policy"),
            row(
                "same network policy",
                box("A").network("p1"),
                box("B").network("P1"),
                "R11",
                GREEN,
                "network policy P1"),
            row(
                "other network policy",
                box("A").network("p1"),
                box("B").network("p2"),
                "R11",
                RED,
                "p1 and B is under"),
            row(
                "network policy on one side",
                box("A"),
                box("B").network("p2"),
                "R11",
                RED,
                "B is under the network policy p2"),
            row("capacity not said", box("A"), box("B"), "R12", AMBER, "needs 1 GB"),
            row(
                "size is told",
                box("A").database(2560),
                box("B"),
                "R12",
                AMBER,
                "databases of A hold 2.5 GB"),
            row(
                "the service finds no capacity",
                box("A"),
                box("B").refuses("Restore", "Not enough storage Capacity."),
                "R12",
                RED,
                "not enough free capacity"),
            row(
                "the service's word on capacity is no disagreement",
                box("A"),
                box("B").refuses("Restore", "Not enough storage Capacity."),
                "service",
                RED,
                "either: Not enough storage"),
            row("what is lost", box("A"), box("B"), "R13", AMBER, "Everything in B will be over"),
            row(
                "source older than target",
                use("A", "10.0.9"),
                ude("B", "10.0.40"),
                "R17",
                AMBER,
                "10.0.9, older than B"),
            row(
                "source as new as target",
                use("A", "10.0.40"),
                ude("B", "10.0.40"),
                "R17",
                GREEN,
                "not older"),
            row(
                "source newer than target",
                use("A", "10.1"),
                ude("B", "10.0.40"),
                "R17",
                GREEN,
                "not older"),
            row(
                "version not said",
                use("A", null),
                ude("B", "10.0.40"),
                "R17",
                AMBER,
                "version of A cannot be seen"),
            row("target ready", box("A"), box("B"), "R29", GREEN, "B is ready"),
            row(
                "target busy",
                box("A"),
                box("B").state("Running"),
                "R29",
                AMBER,
                "B is busy now (Running)"),
            row(
                "source busy",
                box("A").state("Odd"),
                box("B"),
                "R29",
                AMBER,
                "A is busy now (Odd)"),
            row(
                "state not said",
                box("A"),
                box("B").state(null),
                "R29",
                AMBER,
                "whether an operation runs on B"),
            row(
                "state not specified",
                box("A"),
                box("B").state("NotSpecified"),
                "R29",
                AMBER,
                "operation runs on B"),
            row("service allows", box("A"), box("B"), "service", GREEN, "allows a restore onto B"),
            row(
                "service allows the source",
                box("A"),
                box("B"),
                "service",
                GREEN,
                "allows a backup of A"),
            row(
                "service silent",
                box("A"),
                box("B").silentOn("Restore"),
                "service",
                AMBER,
                "does not say whether"),
            row(
                "service refuses what no rule forbids",
                box("A"),
                box("B").refuses("Restore", "Locked."),
                "service",
                RED,
                "though Holdfast knows no rule against it: Locked."),
            row(
                "service refuses without a reason",
                box("A"),
                box("B").refuses("Restore", null),
                "service",
                RED,
                "it gives no reason"),
            row(
                "service refuses what we forbid too",
                box("A"),
                Sample.production("B").refuses("Restore", "Type."),
                "service",
                RED,
                "does not allow a restore onto B either: Type."),
            row(
                "service allows what we forbid",
                box("A"),
                Sample.production("B"),
                "service",
                AMBER,
                "The stricter counts"),
            row(
                "service refuses while busy",
                box("A"),
                box("B").state("Running").refuses("Restore", "Active operation."),
                "service",
                AMBER,
                "perhaps because it is busy: Active operation."),
            row(
                "service refuses backups of the source",
                box("A").refuses("Backup", "No."),
                box("B"),
                "service",
                RED,
                "a backup of A"),
            row(
                "service refuses manual backups of a developer source",
                Sample.of(EnvironmentType.DEVELOPER, "A").refuses("Backup", "No."),
                box("B"),
                "service",
                AMBER,
                "a backup of A"))
        .map(row -> arguments(row.what(), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void eachRuleFindsGreenAmberOrRed(String what, Case row) {
    List<Check> checks = rules.restore(row.source.subject(), row.target.subject(), POINT, NOW);

    assertThat(checks)
        .anySatisfy(
            check -> {
              assertThat(check.rule()).isEqualTo(row.rule);
              assertThat(check.severity()).isEqualTo(row.severity);
              assertThat(check.sentence()).contains(row.says);
            });
  }

  @Test
  void aPairInOrderHasNothingRedAndNothingAmberButRoomAndLoss() {
    List<Check> checks =
        rules.restore(box("A").subject(), box("B").subject(), POINT, NOW).stream()
            .filter(check -> check.severity() != GREEN)
            .toList();

    assertThat(checks).extracting(Check::rule).containsExactlyInAnyOrder("R12", "R13");
    assertThat(rules.legal(box("A").subject(), box("B").subject())).isTrue();
  }

  /**
   * Rows: source type; then onto production, sandbox, developer, Teams, default, trial, unknown.
   */
  @ParameterizedTest
  @CsvSource({
    "PRODUCTION, RED, GREEN, RED,   RED, RED, RED, AMBER",
    "SANDBOX,    RED, GREEN, RED,   RED, RED, RED, AMBER",
    "DEVELOPER,  RED, GREEN, GREEN, RED, RED, RED, AMBER",
    "TEAMS,      RED, RED,   RED,   RED, RED, RED, AMBER",
    "DEFAULT,    RED, AMBER, AMBER, RED, RED, RED, AMBER",
    "TRIAL,      RED, RED,   RED,   RED, RED, RED, AMBER",
    "UNKNOWN,    RED, AMBER, AMBER, RED, RED, RED, AMBER"
  })
  void everyTypeOntoEveryTypeFollowsTheTableOfTypes(
      EnvironmentType from,
      Severity production,
      Severity sandbox,
      Severity developer,
      Severity teams,
      Severity byDefault,
      Severity trial,
      Severity unknown) {
    Subject source = Sample.of(from, "A").subject();

    assertThat(
            Stream.of(
                    EnvironmentType.PRODUCTION,
                    EnvironmentType.SANDBOX,
                    EnvironmentType.DEVELOPER,
                    EnvironmentType.TEAMS,
                    EnvironmentType.DEFAULT,
                    EnvironmentType.TRIAL,
                    EnvironmentType.UNKNOWN)
                .map(to -> of("R7", rules.pair(source, Sample.of(to, "B").subject()))))
        .containsExactly(production, sandbox, developer, teams, byDefault, trial, unknown);
  }

  @ParameterizedTest
  @CsvSource({
    "SANDBOX, R8, GREEN",
    "DEVELOPER, R8, GREEN",
    "TEAMS, R8, GREEN",
    "PRODUCTION, R7, RED",
    "DEFAULT, R7, RED",
    "TRIAL, R7, RED",
    "UNKNOWN, R7, AMBER"
  })
  void anEnvironmentMayGoOntoItselfWhereItsTypeAllows(
      EnvironmentType type, String rule, Severity severity) {
    Subject subject = Sample.of(type, "A").managed(true).customerKey(null).subject();

    assertThat(of(rule, rules.pair(subject, subject))).isEqualTo(severity);
    assertThat(rules.legal(subject, subject)).isEqualTo(severity != RED);
  }

  @Test
  void aProductionTargetIsToldToBecomeASandboxFirstAndWhatThatCosts() {
    assertThat(rules.asTarget(Sample.production("Contoso Live").subject()))
        .filteredOn(check -> check.severity() == RED)
        .singleElement()
        .extracting(Check::sentence)
        .asString()
        .contains("Contoso Live", "Change it to a sandbox first", "older than 7 days");
  }

  @ParameterizedTest
  @CsvSource({
    "SANDBOX, GREEN",
    "DEVELOPER, AMBER",
    "TEAMS, AMBER",
    "UNKNOWN, AMBER",
    "PRODUCTION, RED",
    "DEFAULT, RED",
    "TRIAL, RED"
  })
  void aTargetIsJudgedAloneByItsType(EnvironmentType type, Severity severity) {
    assertThat(of("R7", rules.asTarget(Sample.of(type, "B").subject()))).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCTION, R2, GREEN",
    "SANDBOX, R2, GREEN",
    "DEVELOPER, R2, AMBER",
    "TEAMS, R2, AMBER",
    "UNKNOWN, R2, AMBER",
    "DEFAULT, R2, RED",
    "TRIAL, R1, RED"
  })
  void aManualBackupDependsOnTheType(EnvironmentType type, String rule, Severity severity) {
    assertThat(rules.backup(Sample.of(type, "A").subject(), NOW))
        .anySatisfy(
            check -> {
              assertThat(check.rule()).isEqualTo(rule);
              assertThat(check.severity()).isEqualTo(severity);
            });
  }

  @Test
  void aBackupInOrderIsGreenAllThrough() {
    assertThat(Check.worst(rules.backup(box("A").subject(), NOW))).isEqualTo(GREEN);
  }

  @Test
  void aBackupOfABusyEnvironmentWaitsAndOneThatTheServiceRefusesIsRed() {
    assertThat(Check.worst(rules.backup(box("A").state("Running").subject(), NOW)))
        .isEqualTo(AMBER);
    assertThat(Check.worst(rules.backup(box("A").refuses("Backup", "No.").subject(), NOW)))
        .isEqualTo(RED);
    assertThat(Check.worst(rules.backup(box("A").withoutDataverse().subject(), NOW)))
        .isEqualTo(RED);
  }

  @Test
  void aBackupOfAnLcsLinkedEnvironmentIsSaidToCoverDataverseOnly() {
    assertThat(rules.backup(Sample.of(Kind.LCS_SANDBOX, "A").subject(), NOW))
        .extracting(Check::sentence)
        .anyMatch(sentence -> sentence.contains("covers its Dataverse only"));
  }

  @Test
  void aSelfRestoreKeepsTheAuditLogsAndSaysSinceWhenAllIsLost() {
    Subject subject = box("A").subject();

    assertThat(rules.restore(subject, subject, POINT, NOW))
        .filteredOn(check -> check.rule().equals("R13"))
        .singleElement()
        .extracting(Check::sentence)
        .isEqualTo(
            "All that was done in A since 2026-11-18T17:00:00Z will be lost: data, code, apps"
                + " and flows. Audit logs are kept.");
  }

  @ParameterizedTest
  @EnumSource(EnvironmentType.class)
  void everyFindingHasARuleASentenceThatNamesAnEnvironmentAndASource(EnvironmentType type) {
    List<Check> checks = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Subject source = Sample.of(kind, "100% Süd").subject();
      Subject target = Sample.of(type, "Nord").subject();
      checks.addAll(rules.restore(source, target, POINT, NOW));
      checks.addAll(rules.backup(target, NOW));
      checks.addAll(rules.asTarget(target));
    }

    Set<String> withoutName = Set.of("R1", "R5", "R12");
    assertThat(checks)
        .allSatisfy(
            check -> {
              assertThat(check.source()).isNotBlank();
              assertThat(check.sentence()).doesNotContain("%s").doesNotContain("Optional");
              assertThat(
                      check.sentence().contains("Nord")
                          || check.sentence().contains("100% Süd")
                          || withoutName.contains(check.rule()))
                  .as(check.sentence())
                  .isTrue();
            });
  }

  private static Severity of(String rule, List<Check> checks) {
    Set<Severity> found =
        checks.stream()
            .filter(check -> check.rule().equals(rule))
            .map(Check::severity)
            .collect(Collectors.toSet());
    assertThat(found).as(rule).hasSize(1);
    return found.iterator().next();
  }

  private static Case row(
      String what, Sample source, Sample target, String rule, Severity severity, String says) {
    return new Case(what, source, target, rule, severity, says);
  }

  private static Sample box(String name) {
    return Sample.sandbox(name);
  }

  private static Sample trial(String name) {
    return Sample.of(EnvironmentType.TRIAL, name);
  }

  private static Sample use(String name, String version) {
    return Sample.sandbox(name).unified("Sandbox", version);
  }

  private static Sample ude(String name, String version) {
    return Sample.sandbox(name).unified("OnlineDev", version);
  }
}
