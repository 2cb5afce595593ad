package dev.holdfast.approval.policy.calendar;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.duration.OperationDurations;
import dev.holdfast.request.duration.UsualDuration;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What windows and freezes say of an operation, and when it fits. */
class PolicyCalendarTest {

  private static final String POLICY =
      """
      version: 1
      calendars:
        nights: {zone: UTC, events: [{start: "2026-01-01 20:00", lasts: 8h, repeats: FREQ=DAILY}]}
        sundays: {zone: UTC, events: [{start: "2026-01-04 00:00", lasts: 1d, repeats: FREQ=WEEKLY}]}
        close: {zone: UTC, events: [{start: "2026-12-28 00:00", lasts: 12d}]}
        over: {zone: UTC, events: [{start: "2025-12-28 00:00", lasts: 1h}]}
      freezes:
        - {reason: Year-end close, environments: {ids: [DEV]}, calendars: close, emergencies: pass}
      rules:
        - name: Target
          environments: {ids: [DEV]}
          windows:
            - {operations: [restore, copy], calendars: [nights, sundays], emergencies: pass}
            - {operations: backup, calendars: over}
        - name: Source
          environments: {ids: [UAT]}
          windows: [{calendars: nights}]
      """
          .replace("DEV", DEV.id())
          .replace("UAT", UAT.id());

  private final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T12:00:00Z"));
  private final OperationDurations durations = mock(OperationDurations.class);
  private final PolicyCalendar calendar =
      new PolicyCalendar(new PolicyInForce(policy()), durations, clock);

  private static Policy policy() {
    return PolicyFileParser.parse(POLICY)
        .policy()
        .orElseThrow(() -> new AssertionError(PolicyFileParser.parse(POLICY).problems()));
  }

  private void at(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  private void usual(Duration length) {
    when(durations.usual(any()))
        .thenReturn(Optional.of(new UsualDuration(length, 1, Optional.empty())));
  }

  /** The windows of both environments count; with a safety backup, twice the time is needed. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T12:00:00Z, 1, false, 2026-12-01T20:00:00Z",
    "2026-12-01T21:00:00Z, 1, false, ",
    "2026-12-02T03:00:00Z, 1, false, ",
    "2026-12-02T03:00:00Z, 1, true, 2026-12-02T20:00:00Z",
    "2026-12-02T02:00:00Z, 1, true, ",
    "2026-12-27T22:00:00Z, 1, false, ",
    "2026-12-27T22:00:00Z, 1, true, ",
    "2026-12-27T23:00:00Z, 1, true, 2027-01-09T00:00:00Z",
    "2026-12-30T21:00:00Z, 1, false, 2027-01-09T00:00:00Z",
  })
  void aRestoreStartsWhereAllOfItFits(String now, int hours, boolean safetyBackup, Instant next) {
    usual(Duration.ofHours(hours));
    at(now);
    OperationSpec spec = safetyBackup ? Samples.restoreWithSafetyBackup() : Samples.restore();
    assertThat(calendar.obstacle(spec, false).flatMap(StartObstacle::next))
        .isEqualTo(Optional.ofNullable(next));
  }

  @Test
  void itsWordsSayWhatAndUntilWhen() {
    assertThat(words(Samples.restore(), false))
        .isEqualTo(
            "Contoso Dev is outside its windows: nights and sundays. The next start at which it fits is"
                + " 2026-12-01T20:00:00Z.");
    usual(Duration.ofHours(3));
    at("2026-12-02T02:00:00Z");
    assertThat(words(Samples.restore(), false))
        .startsWith(
            "This usually takes 3 h, but the time in which it may run ends at 2026-12-02T04:00:00Z.");
    at("2026-12-30T21:00:00Z");
    assertThat(words(Samples.restore(), false))
        .startsWith(
            "Frozen by the policy until 2027-01-09T00:00:00Z. Reason: “Year-end close”. This doesn't"
                + " start on Contoso Dev. The next start");
    assertThat(words(new BackupSpec(DEV, "label", ""), false))
        .endsWith("There's no time for it within a year.");
  }

  @Test
  void anEmergencyPassesWhatSaysSoAndNothingElse() {
    at("2026-12-30T21:00:00Z");
    assertThat(calendar.obstacle(Samples.restore(), true)).isEmpty();
    at("2026-12-30T12:00:00Z");
    assertThat(words(Samples.restore(), true)).startsWith("Contoso UAT is outside its windows");
  }

  /** It ends earlier work, and people wait for their environment. */
  @Test
  void turningOffAdministrationModeIsHeldUpOnlyWhereItIsNamed() {
    at("2026-12-30T12:00:00Z");
    OperationSpec leave = new LeaveAdminModeSpec(DEV, "R-2");
    assertThat(calendar.obstacle(leave, false)).isEmpty();
    PolicyCalendar named =
        new PolicyCalendar(
            new PolicyInForce(
                PolicyFileParser.parse(
                        POLICY.replace("operations: backup", "operations: [leave-admin-mode]"))
                    .policy()
                    .orElseThrow()),
            durations,
            clock);
    assertThat(named.obstacle(leave, false)).isPresent();
  }

  @Test
  void whatIsFrozenNowCanBeListed() {
    assertThat(calendar.frozen()).isEmpty();
    at("2026-12-30T21:00:00Z");
    assertThat(calendar.frozen())
        .singleElement()
        .extracting(StoredMessage::english)
        .isEqualTo("Frozen by the policy until 2027-01-09T00:00:00Z. Reason: “Year-end close”.");
  }

  @Test
  void withoutCalendarsNothingIsAsked() {
    assertThat(calendar.isAbout(new LeaveAdminModeSpec(DEV, "R-2"))).isFalse();
    assertThat(calendar.isAbout(Samples.restore())).isTrue();
    assertThat(calendar.end(Samples.restore(), clock.instant())).isEmpty();
    at("2026-12-01T21:00:00Z");
    assertThat(calendar.end(Samples.restore(), clock.instant()))
        .contains(Instant.parse("2026-12-02T04:00:00Z"));
  }

  private String words(OperationSpec spec, boolean emergency) {
    return StoredMessage.english(calendar.obstacle(spec, emergency).orElseThrow().reason());
  }
}
