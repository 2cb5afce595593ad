package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestorePointTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Rules rules = new Rules();

  /** Durations are how long before now the point lies. */
  @ParameterizedTest
  @CsvSource({
    "PT-1S, R5, RED",
    "PT0S, R5, RED",
    "PT14M59S, R5, RED",
    "PT15M, R5, GREEN",
    "P2D, R4, GREEN",
    "P6DT1H, R1, AMBER",
    "P7D, R4, GREEN",
    "PT168H0M1S, R4, RED"
  })
  void theWindowIsFromTheEarliestBackupToAQuarterOfAnHourAgo(
      Duration ago, String rule, Severity severity) {
    assertThat(check(rule, Sample.sandbox("A"), NOW.minus(ago))).isEqualTo(severity);
  }

  @Test
  void thePeriodCountsWhereTheEarliestInstantIsNotSaid() {
    Sample source = Sample.sandbox("A").retention(WEEK, null);

    assertThat(check("R4", source, NOW.minus(WEEK).plusSeconds(1))).isEqualTo(Severity.GREEN);
    assertThat(check("R4", source, NOW.minus(WEEK).minusSeconds(1))).isEqualTo(Severity.RED);
  }

  @Test
  void aWindowThatIsNotSaidIsAmberWithinFourWeeksAndRedBeyond() {
    Sample source = Sample.sandbox("A").retention(null, null);

    assertThat(check("R4", source, NOW.minus(Duration.ofDays(27)))).isEqualTo(Severity.AMBER);
    assertThat(check("R1", source, NOW.minus(Duration.ofDays(29)))).isEqualTo(Severity.RED);
  }

  @Test
  void theEarliestInstantIsShownToTheMinuteAndNeverTooEarly() {
    Sample source = Sample.sandbox("A").retention(WEEK, Instant.parse("2026-11-13T20:36:48.548Z"));

    assertThat(
            rules.restore(source.subject(), target(), Instant.parse("2026-11-13T20:36:00Z"), NOW))
        .extracting(Check::sentence)
        .contains(
            "2026-11-13T20:36:00Z lies before the earliest instant that can be restored of A:"
                + " 2026-11-13T20:37:00Z.");
  }

  @Test
  void aBackupSaysHowLongItIsKept() {
    assertThat(rules.backup(Sample.sandbox("A").subject(), NOW))
        .extracting(Check::sentence)
        .contains("The backup is kept for 7 days, until about 2026-11-27T17:00:00Z.");
    assertThat(rules.backup(Sample.sandbox("A").retention(null, null).subject(), NOW))
        .anyMatch(check -> check.rule().equals("R1") && check.severity() == Severity.AMBER);
  }

  private Severity check(String rule, Sample source, Instant point) {
    List<Check> checks = rules.restore(source.subject(), target(), point, NOW);
    return checks.stream()
        .filter(check -> check.rule().equals(rule))
        .map(Check::severity)
        .findFirst()
        .orElseThrow();
  }

  private static Subject target() {
    return Sample.sandbox("B").subject();
  }
}
