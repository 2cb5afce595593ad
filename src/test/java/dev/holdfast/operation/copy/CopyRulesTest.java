package dev.holdfast.operation.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Sample;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.testing.Preflights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be copied onto what (rule R32), and what a copy shares with a restore. */
class CopyRulesTest {

  private static final CopyRules RULES = new CopyRules(Preflights.COMMON_RULES);

  @ParameterizedTest
  @CsvSource({
    "Production, Sandbox, GREEN, can be copied to",
    "Sandbox, Sandbox, GREEN, can be copied to",
    "Sandbox, Production, RED, Nothing can be copied to a production environment",
    "Production, Production, RED, Nothing can be copied to a production environment",
    "Sandbox, Default, RED, is a default or trial environment. Nothing",
    "Sandbox, Trial, RED, is a default or trial environment. Nothing",
    "Default, Sandbox, RED, It can't be copied",
    "Trial, Sandbox, RED, It can't be copied",
    "Developer, Sandbox, AMBER, doesn't say whether environments of the type of A",
    "Sandbox, Developer, AMBER, doesn't say whether environments of the type of B",
    "Sandbox, Teams, AMBER, doesn't say whether environments of the type of B"
  })
  void theTypesDecide(String source, String target, Severity severity, String says) {
    List<Finding> found = pair(Sample.read(source, "A"), Sample.read(target, "B"));
    assertThat(found)
        .filteredOn(finding -> finding.rule().equals("R32"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.sentence()).contains(says);
              assertThat(finding.source()).contains("Copy an environment");
            });
  }

  @Test
  void nothingIsCopiedOntoItself() {
    EnvironmentProfile one = Sample.sandbox("A").subject();
    assertThat(RULES.legal(one, one)).isFalse();
    assertThat(RULES.pair(one, one))
        .anyMatch(finding -> finding.sentence().contains("can't be copied to itself"));
  }

  @Test
  void whatMustBeAlikeForARestoreMustBeAlikeForACopyInItsWords() {
    assertThat(pair(Sample.sandbox("A").region("europe"), Sample.sandbox("B").region("asia")))
        .anyMatch(
            finding ->
                finding.rule().equals("R9")
                    && finding.severity() == Severity.RED
                    && finding.sentence().contains("A copy can't cross regions."));
    assertThat(pair(Sample.sandbox("A").managed(true), Sample.sandbox("B").managed(false)))
        .anyMatch(finding -> finding.rule().equals("R10") && finding.severity() == Severity.RED);
  }

  @Test
  void onlyTheServiceKnowsWhichSideItsWordIsAboutSoItsRefusalForbidsNothing() {
    assertThat(pair(Sample.sandbox("A").refuses("Copy", "no"), Sample.sandbox("B")))
        .filteredOn(finding -> finding.rule().equals("service"))
        .noneMatch(finding -> finding.severity() == Severity.RED)
        .anyMatch(finding -> finding.sentence().contains("a copy of A"));
  }

  @Test
  void allThatIsFoundOfACopyIsInItsOwnWords() {
    for (CopyType type : CopyType.values()) {
      CopyOrder order = new CopyOrder("id-A", "id-B", "", type, true, Optional.empty());
      List<Finding> found =
          new CopyCheck(order, RULES)
              .findings(
                  Sample.production("A").subject(),
                  Sample.sandbox("B").subject(),
                  Preflights.at(Instant.parse("2026-11-20T10:00:00Z")));
      assertThat(found).extracting(Finding::rule).contains("R13", "R12", "R32");
      assertThat(found)
          .extracting(Finding::sentence)
          .noneMatch(sentence -> sentence.contains("restore"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UPE, AMBER, and doesn't say so",
    "USE, AMBER, and doesn't say so",
    "UNKNOWN, AMBER, Holdfast doesn't know whether A has",
    "DATAVERSE_ONLY, RED, there are no transactions to leave out",
    "NO_DATAVERSE, RED, there are no transactions to leave out",
    "LCS_SANDBOX, RED, there are no transactions to leave out"
  })
  void transactionsAreLeftOutOnlyWhereThereAreAny(
      EnvironmentKind kind, Severity severity, String says) {
    assertThat(withoutTransactions(Sample.of(kind, "A")))
        .filteredOn(finding -> finding.rule().equals("R31"))
        .hasSize(2)
        .anyMatch(finding -> finding.severity() == severity && finding.sentence().contains(says))
        .anyMatch(finding -> finding.sentence().contains("will be empty in B"));
  }

  @Test
  void onlyTheCopyWithoutTransactionsSpeaksOfThem() {
    for (CopyType type : List.of(CopyType.FULL, CopyType.MINIMAL)) {
      assertThat(findings(type, Sample.of(EnvironmentKind.UPE, "A")))
          .extracting(Finding::rule)
          .doesNotContain("R31");
    }
    assertThat(withoutTransactions(Sample.of(EnvironmentKind.UPE, "A")))
        .extracting(Finding::sentence)
        .anyMatch(
            sentence ->
                sentence.contains(
                    "a copy of A without the transactions of finance and operations"));
  }

  private static List<Finding> withoutTransactions(Sample source) {
    return findings(CopyType.WITHOUT_TRANSACTIONS, source);
  }

  private static List<Finding> findings(CopyType type, Sample source) {
    CopyOrder order = new CopyOrder("id-A", "id-B", "", type, true, Optional.empty());
    return new CopyCheck(order, RULES)
        .findings(
            source.subject(),
            Sample.sandbox("B").subject(),
            Preflights.at(Instant.parse("2026-11-20T10:00:00Z")));
  }

  private static List<Finding> pair(Sample source, Sample target) {
    return RULES.pair(source.subject(), target.subject());
  }
}
