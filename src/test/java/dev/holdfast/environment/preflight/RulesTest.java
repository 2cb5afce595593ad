package dev.holdfast.environment.preflight;

import static dev.holdfast.environment.Sample.NOW;
import static dev.holdfast.environment.preflight.Severity.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Sample;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the findings as a whole; {@link RulesTableTests} has each rule. */
class RulesTest {

  private static final Instant POINT = NOW.minus(Duration.ofDays(2));

  private final Rules rules = Preflights.rules();

  @Test
  void aPairInOrderHasNothingRedAndNothingAmberButRoomAndLoss() {
    EnvironmentProfile source = Sample.sandbox("A").subject();
    EnvironmentProfile target = Sample.sandbox("B").subject();

    assertThat(rules.restore(source, target, POINT, Preflights.at(NOW)))
        .filteredOn(check -> check.severity() != GREEN)
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("R12", "R13");
    assertThat(rules.legal(source, target)).isTrue();
  }

  @Test
  void aPairWithAnythingRedIsNotLegal() {
    assertThat(
            rules.legal(
                Sample.sandbox("A").subject(), Sample.sandbox("B").region("asia").subject()))
        .isFalse();
  }

  @Test
  void aBackupInOrderIsGreenAllThrough() {
    assertThat(Finding.worst(rules.backup(Sample.sandbox("A").subject(), NOW))).isEqualTo(GREEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sandbox managed customer-key=? region=?", "Developer managed=?", "UDE"})
  void anEnvironmentIsAlwaysLikeItself(String words) {
    EnvironmentProfile itself = Sample.read(words, "A").subject();

    assertThat(rules.pair(itself, itself))
        .extracting(Finding::rule)
        .contains("R8")
        .doesNotContain("R10", "R11", "R14", "R17");
    assertThat(rules.legal(itself, itself)).isTrue();
  }

  @Test
  void theSentenceOfAPairNamesBothEnvironmentsAndTheirKinds() {
    EnvironmentProfile source = Sample.of(EnvironmentKind.UDE, "Contoso Dev").subject();
    EnvironmentProfile target = Sample.of(EnvironmentKind.USE, "Contoso UAT").subject();

    assertThat(rules.pair(source, target))
        .extracting(Finding::sentence)
        .contains(
            "Contoso Dev is unified developer (UDE) and Contoso UAT is unified sandbox (USE). The"
                + " documentation lists this pair as not supported.");
  }

  @Test
  void theEarliestInstantIsShownToTheMinuteAndNeverTooEarly() {
    EnvironmentProfile source =
        Sample.sandbox("A")
            .retention(Duration.ofDays(7), Instant.parse("2026-11-13T20:36:48.548Z"))
            .subject();

    assertThat(
            rules.restore(
                source,
                Sample.sandbox("B").subject(),
                Instant.parse("2026-11-13T20:36:00Z"),
                Preflights.at(NOW)))
        .extracting(Finding::sentence)
        .contains(
            "2026-11-13T20:36:00Z is before the earliest restore point of A:"
                + " 2026-11-13T20:37:00Z.");
  }

  @ParameterizedTest
  @EnumSource(EnvironmentType.class)
  void everyFindingHasARuleASentenceThatNamesAnEnvironmentAndASource(EnvironmentType type) {
    List<Finding> checks = new ArrayList<>();
    for (EnvironmentKind kind : EnvironmentKind.values()) {
      EnvironmentProfile source = Sample.of(kind, "100% Süd").subject();
      EnvironmentProfile target = Sample.of(type, "Nord").subject();
      checks.addAll(rules.restore(source, target, POINT, Preflights.at(NOW)));
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
}
