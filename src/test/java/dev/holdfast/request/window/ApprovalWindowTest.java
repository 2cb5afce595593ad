package dev.holdfast.request.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalWindowTest {

  /** A Friday. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T12:00:00Z");

  private static final BusinessHours WEEKDAYS =
      new BusinessHours(
          List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
          LocalTime.of(8, 0),
          LocalTime.of(18, 0),
          ZoneId.of("UTC"));

  @Test
  void withoutHoursTimeAlwaysPasses() {
    ApprovalWindow window =
        new ApprovalWindow(
            Duration.ofHours(10),
            List.of(50, 80),
            Optional.of(EscalationPoint.share(75)),
            Optional.empty());
    Instant end = window.end(FRIDAY);
    assertThat(end).isEqualTo("2026-11-20T22:00:00Z");
    assertThat(window.reminders(FRIDAY, end))
        .containsExactly(
            Instant.parse("2026-11-20T17:00:00Z"), Instant.parse("2026-11-20T20:00:00Z"));
    assertThat(window.escalatesAt(FRIDAY, end)).contains(Instant.parse("2026-11-20T19:30:00Z"));
  }

  @Test
  void sharesAndEscalationCountBusinessHours() {
    ApprovalWindow window =
        new ApprovalWindow(
            Duration.ofHours(10),
            List.of(50, 80),
            Optional.of(EscalationPoint.time(Duration.ofHours(7))),
            Optional.of(WEEKDAYS));
    Instant end = window.end(FRIDAY);
    assertThat(end).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(window.reminders(FRIDAY, end))
        .containsExactly(
            Instant.parse("2026-11-20T17:00:00Z"), Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(window.escalatesAt(FRIDAY, end)).contains(Instant.parse("2026-11-23T09:00:00Z"));
  }

  /** Another rule of the same request may end it earlier. */
  @Test
  void whatIsCutBeforeItsBusinessHoursIsSharedAsIfTimeAlwaysPassed() {
    ApprovalWindow window =
        new ApprovalWindow(
            Duration.ofHours(10),
            List.of(50),
            Optional.of(EscalationPoint.time(Duration.ofHours(7))),
            Optional.of(WEEKDAYS));
    Instant saturday = Instant.parse("2026-11-21T12:00:00Z");
    Instant end = saturday.plus(Duration.ofHours(4));
    assertThat(window.reminders(saturday, end))
        .containsExactly(Instant.parse("2026-11-21T14:00:00Z"));
    assertThat(window.escalatesAt(saturday, end)).isEmpty();
  }
}
