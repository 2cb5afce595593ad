package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FinOpsPairTest {

  private final Rules rules = new Rules();

  @ParameterizedTest(name = "{0} onto {1} is {2}")
  @CsvSource({
    "LCS_SANDBOX, UDE, GREEN",
    "LCS_PRODUCTION, UDE, GREEN",
    "LCS_SANDBOX, USE, GREEN",
    "UDE, USE, RED",
    "UDE, UPE, RED",
    "USE, UDE, GREEN",
    "UPE, UDE, GREEN",
    "USE, UPE, RED",
    "UPE, USE, GREEN",
  })
  void theListedPairsAreAsTheDocumentationLists(Kind source, Kind target, Severity severity) {
    assertThat(found("R14", source, target)).contains(severity);
  }

  @ParameterizedTest(name = "cloud-hosted onto {0}")
  @EnumSource(Kind.class)
  void theTenthListedPairForbidsACloudHostedSourceWhateverTheTarget(Kind target) {
    Severity expected = target == Kind.UNKNOWN ? Severity.AMBER : Severity.RED;

    assertThat(found("R14", Kind.LCS_CLOUD_HOSTED, target)).contains(expected);
  }

  @ParameterizedTest(name = "{0} onto {1} is unlisted or disputed")
  @CsvSource({
    "LCS_PRODUCTION, USE",
    "UDE, UDE",
    "USE, USE",
    "UPE, UPE",
    "LCS_SANDBOX, UPE",
    "LCS_PRODUCTION, UPE",
    "LCS, UDE",
    "UNIFIED, UDE",
    "UNIFIED, USE",
    "UNIFIED, UNIFIED",
    "UDE, UNIFIED",
    "USE, UNIFIED",
    "UPE, UNIFIED",
    "DATAVERSE_ONLY, UDE",
    "DATAVERSE_ONLY, USE",
    "UNKNOWN, UDE",
    "UDE, UNKNOWN",
    "DATAVERSE_ONLY, UNKNOWN"
  })
  void whatIsNotListedOrNotKnownIsAmber(Kind source, Kind target) {
    assertThat(found("R14", source, target)).contains(Severity.AMBER);
  }

  @ParameterizedTest(name = "{0} onto {1} is {2}")
  @CsvSource({
    "UDE, LCS_SANDBOX, AMBER",
    "UPE, LCS_SANDBOX, AMBER",
    "LCS_PRODUCTION, LCS_SANDBOX, AMBER",
    "DATAVERSE_ONLY, LCS_SANDBOX, AMBER",
    "LCS_SANDBOX, DATAVERSE_ONLY, AMBER",
    "UDE, DATAVERSE_ONLY, RED",
    "USE, DATAVERSE_ONLY, RED",
    "UPE, DATAVERSE_ONLY, RED",
    "UNIFIED, DATAVERSE_ONLY, RED"
  })
  void aTargetThatIsNotUnifiedGetsDataverseDataOnlyOrNothing(
      Kind source, Kind target, Severity severity) {
    assertThat(found("R15", source, target)).contains(severity);
  }

  @Test
  void environmentsWithoutTheseAppsAreNotJudgedByThem() {
    assertThat(found("R14", Kind.DATAVERSE_ONLY, Kind.DATAVERSE_ONLY)).isEmpty();
    assertThat(found("R15", Kind.DATAVERSE_ONLY, Kind.DATAVERSE_ONLY)).isEmpty();
    assertThat(found("R17", Kind.DATAVERSE_ONLY, Kind.DATAVERSE_ONLY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UDE", "USE", "UNIFIED"})
  void aUnifiedEnvironmentOntoItselfIsNoMatterOfPairs(Kind kind) {
    Subject itself = Sample.of(kind, "A").subject();

    assertThat(rules.pair(itself, itself))
        .extracting(Check::rule)
        .doesNotContain("R14", "R15", "R17");
    assertThat(rules.legal(itself, itself)).isTrue();
  }

  @Test
  void anLcsLinkedEnvironmentOntoItselfIsSaidToRestoreDataverseOnly() {
    Subject itself = Sample.of(Kind.LCS_SANDBOX, "A").subject();

    assertThat(rules.pair(itself, itself))
        .filteredOn(check -> check.rule().equals("R15"))
        .singleElement()
        .extracting(Check::severity)
        .isEqualTo(Severity.AMBER);
  }

  @Test
  void theSentenceNamesBothEnvironmentsAndTheirKinds() {
    Subject source = Sample.of(Kind.UDE, "Contoso Dev").subject();
    Subject target = Sample.of(Kind.USE, "Contoso UAT").subject();

    assertThat(rules.pair(source, target))
        .filteredOn(check -> check.rule().equals("R14"))
        .singleElement()
        .extracting(Check::sentence)
        .isEqualTo(
            "Contoso Dev is unified developer (UDE) and Contoso UAT is unified sandbox (USE): the"
                + " documentation lists this pair as not supported.");
  }

  private Optional<Severity> found(String rule, Kind source, Kind target) {
    List<Check> checks =
        rules.pair(Sample.of(source, "A").subject(), Sample.of(target, "B").subject());
    return checks.stream()
        .filter(check -> check.rule().equals(rule))
        .map(Check::severity)
        .findFirst();
  }
}
