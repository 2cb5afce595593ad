package dev.holdfast.environment.preflight;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.capacity.TenantCapacity.Line;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Sample;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R12: what the tenant has left, as the service says it. */
class TenantCapacityRuleTest {

  private static final Instant AT = Instant.parse("2026-11-20T06:30:00Z");
  private static final EnvironmentProfile SOURCE =
      Sample.sandbox("A").capacity("Database", 2560).subject();
  private static final EnvironmentProfile TARGET = Sample.sandbox("B").subject();

  @ParameterizedTest
  @CsvSource({
    "Available, 3584, GREEN, 3.5 GB free (Available)",
    "Available, 1024, GREEN, 1.0 GB free (Available)",
    "Available, 1023, AMBER, 1.0 GB free (Available)",
    "Available, , AMBER, no figure (Available)",
    "AvailableByOverflow, 3584, AMBER, 3.5 GB free (AvailableByOverflow)",
    "None, 3584, AMBER, 3.5 GB free (None)",
    "SomethingNew, 3584, AMBER, 3.5 GB free (SomethingNew)",
    "'', 3584, AMBER, 3.5 GB free (no status)",
    "NotAvailable, 3584, RED, 3.5 GB free (NotAvailable)",
    "NotAvailable, -512, RED, -0.5 GB free (NotAvailable)",
    "NotAvailable, , RED, no figure (NotAvailable)"
  })
  void theServicesWordCountsMoreThanItsFigures(
      String word, Double free, Severity severity, String words) {
    Finding found = room(known("None", line("Database", word, free)));
    assertThat(found.severity()).isEqualTo(severity);
    assertThat(found.sentence())
        .contains(words, "as of 2026-11-20T06:30", "needs 1 GB", "The databases of A hold 2.5 GB");
  }

  @Test
  void figuresOfFinanceAndOperationsAreShownWhereThereAreSome() {
    assertThat(
            room(known(
                    "Available",
                    line("Database", "Available", 3584.0),
                    line("FinOpsDatabase", "Available", 10240.0),
                    line("FinOpsFile", "Available", 9216.0)))
                .sentence())
        .contains("FinOpsDatabase 10.0 GB free", "FinOpsFile 9.0 GB free");
    Finding without = room(known("None", line("Database", "Available", 3584.0)));
    assertThat(without.sentence()).doesNotContain("inance and operations");
    assertThat(without.severity()).isEqualTo(Severity.GREEN);
  }

  @Test
  void tooLittleForFinanceAndOperationsIsAWarning() {
    Finding found = room(known("NotAvailable", line("Database", "Available", 3584.0)));
    assertThat(found.severity()).isEqualTo(Severity.AMBER);
    assertThat(found.sentence()).contains("finance and operations is exceeded (NotAvailable)");
  }

  @Test
  void anUnknownTimeIsSaid() {
    assertThat(
            room(known(
                    "", new Line("Database", "Available", Optional.of(2048.0), Optional.empty())))
                .sentence())
        .contains("measured at an unknown time");
  }

  @Test
  void aListWithoutDatabaseTellsNothing() {
    Finding found = room(known("None"));
    assertThat(found.severity()).isEqualTo(Severity.AMBER);
    assertThat(found.sentence()).contains("it isn't known how much is free");
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAnswerNothingIsKnown(Reason reason) {
    Finding found = room(new FinOpsAnswer.Unavailable<>(reason, "403 Forbidden"));
    assertThat(found.severity()).isEqualTo(Severity.AMBER);
    assertThat(found.sentence())
        .contains(reason == Reason.NOT_ASKED ? "isn't set up to ask" : "403 Forbidden")
        .doesNotContain("doesn't say how much");
  }

  private static Finding room(FinOpsAnswer<TenantCapacity> capacity) {
    return Preflights.rules()
        .restore(
            SOURCE,
            TARGET,
            NOW.minus(Duration.ofDays(1)),
            new OverwriteCheck.Situation(NOW, capacity))
        .stream()
        .filter(check -> check.rule().equals("R12"))
        .findFirst()
        .orElseThrow();
  }

  private static FinOpsAnswer<TenantCapacity> known(String finOps, Line... lines) {
    return new FinOpsAnswer.Known<>(new TenantCapacity(finOps, Stream.of(lines).toList()));
  }

  private static Line line(String type, String word, Double free) {
    return new Line(type, word, Optional.ofNullable(free), Optional.of(AT));
  }
}
