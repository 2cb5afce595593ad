package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars, windows, and freezes of a policy file. */
class StartWindowParserTest {

  private static final String ICS =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261228
      DTEND;VALUE=DATE:20270109
      RRULE:FREQ=YEARLY
      END:VEVENT
      END:VCALENDAR
      """;

  private static final String FILE =
      """
      version: 1
      calendars:
        nights:
          zone: Europe/Berlin
          events:
            - {start: "2026-01-05 22:00", lasts: 8h, repeats: "FREQ=WEEKLY;BYDAY=MO,TU", except: ["2026-12-29", "2026-12-28 22:00"]}
        close: {ics: year-end.ics, zone: Europe/Berlin}
      freezes:
        - {reason: Year-end close, environments: {types: [production]}, calendars: close}
      rules:
        - name: Everything
          environments: all
          windows:
            - {operations: [restore, copy], calendars: nights, emergencies: pass}
            - {calendars: [nights, close]}
      """;

  @TempDir private Path folder;

  @Test
  void windowsAndFreezesNameCalendars() {
    Policy policy = policy();
    PolicyRule rule = policy.rules().get(0);
    assertThat(rule.windows()).hasSize(2);
    assertThat(rule.windows().get(0).operations()).containsExactly("restore", "copy");
    assertThat(rule.windows().get(0).emergenciesPass()).isTrue();
    assertThat(rule.windows().get(1).operations()).isEmpty();
    assertThat(rule.windows().get(1).emergenciesPass()).isFalse();
    assertThat(policy.freezes())
        .singleElement()
        .extracting(Policy.Freeze::reason)
        .isEqualTo("Year-end close");
  }

  @Test
  void theDescriptionSaysWhenWhatMayRun() {
    assertThat(PolicyDescription.of(policy()))
        .contains(
            "1. Everything (every environment), restore and copy only in nights, but emergencies",
            "1. Everything (every environment), operation only in nights and close",
            "freeze (type production): no operation in close because of “Year-end close”",
            "calendar nights: FREQ=WEEKLY;BYDAY=MO,TU from 2026-01-05T22:00 Europe/Berlin for PT8H"
                + " without [2026-12-28T22:00, 2026-12-29T22:00]",
            "calendar close: FREQ=YEARLY from 2026-12-28T00:00 Europe/Berlin for P12D");
  }

  /** Replicas read it from the database, where no file is beside it. */
  @Test
  void whatIsStoredHasTheCalendarFileInItself() {
    PolicyParseResult read = read(FILE, ICS);
    String stored = read.source().stored();
    assertThat(stored).startsWith(FILE);
    assertThat(PolicyFileParser.parse(stored).policy()).isEqualTo(read.policy());
    assertThat(PolicySource.of(stored)).isEqualTo(read.source());
    assertThat(PolicyFileParser.parse(FILE).problems())
        .singleElement()
        .hasToString(
            "line 7, column 16: year-end.ics can't be read; it has to be beside this file");
  }

  @Test
  void theDigestCoversTheCalendarFile() {
    assertThat(read(FILE, ICS.replace("20270109", "20270110")).policy().orElseThrow().digest())
        .isNotEqualTo(policy().digest());
    assertThat(policy().digest()).isEqualTo(policy().digest());
  }

  @Test
  void aFileThatLooksLikeAStoredOneIsRefused() {
    String stored = read(FILE, ICS).source().stored();
    assertThat(read(stored, ICS).problems())
        .singleElement()
        .asString()
        .contains("line 17, column 1: this comment is Holdfast's own");
  }

  @Test
  void onlyAFileBesideThePolicyIsRead() throws IOException {
    Files.writeString(folder.resolve("a.ics"), ICS);
    Path policy =
        Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("p.yaml"), FILE);
    assertThat(CalendarFiles.beside(policy).text("../a.ics")).isEmpty();
    assertThat(CalendarFiles.beside(policy).text("a.ics")).isEmpty();
    assertThat(CalendarFiles.beside(folder.resolve("p.yaml")).text("a.ics")).contains(ICS);
    assertThat(PolicyFile.parse(policy).problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "calendars: nights, emergencies | calendars: days, emergencies | line 14, column 50: “days” isn't the name of a calendar",
        "[restore, copy] | [restore, move] | line 14, column 32: “move” isn't an operation; there is admin-mode, backup, copy, delete-backup, leave-admin-mode, restore, retention",
        "emergencies: pass | emergencies: maybe | line 14, column 71: emergencies has to be pass or wait",
        "{calendars: [nights, close]} | {operations: copy} | line 15, column 9: calendars is missing",
        "{calendars: [nights, close]} | {calendars: nights, when: 1} | line 15, column 29: when isn't known here; there is calendars, emergencies, operations",
        "reason: Year-end close,  | ~~ | line 9, column 5: reason is missing",
        "Year-end close | \"a\\nb\" | line 9, column 14: reason has to be one line without hidden characters",
        "ics: year-end.ics | ics: ../year-end.ics | line 7, column 16: ics has to be the name of a file beside this one, such as year-end.ics",
        "ics: year-end.ics, zone | zone | line 7, column 10: a calendar has either events or ics, the name of a file",
        "ics: year-end.ics, zone: Europe/Berlin | ics: year-end.ics | line 7, column 16: year-end.ics, line 3: a time names no zone, so the policy has to give one as zone",
        "zone: Europe/Berlin} | zone: Berlin} | line 7, column 36: zone has to be a time zone, such as Europe/Berlin",
        "lasts: 8h | lasts: long | line 6, column 9: “long” isn't a length up to a year, such as 8h, 90m, 2d, or PT8H",
        "BYDAY=MO,TU | BYDAY=TU | line 6, column 9: the start 2026-01-05T22:00 isn't one of the times of “FREQ=WEEKLY;BYDAY=TU”",
        "\"2026-01-05 22:00\" | soon | line 6, column 17: “soon” isn't a time, such as 2026-01-05 22:00",
        "\"2026-12-29\" | \"2026-13-29\" | line 6, column 93: “2026-13-29” isn't a date, such as 2026-12-24",
      })
  void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String problem) {
    String text = FILE.replace(right, wrong == null ? "" : wrong);
    assertThat(text).isNotEqualTo(FILE);
    assertThat(read(text, ICS).problems()).extracting(PolicyProblem::toString).contains(problem);
  }

  @Test
  void emptyListsAndCalendarsAreRefused() {
    assertThat(
            read(FILE.replaceFirst("(?s)freezes:.*?rules:", "freezes: []\nrules:"), ICS).problems())
        .singleElement()
        .hasToString("line 8, column 10: freezes is empty");
    assertThat(read(FILE.replaceFirst("(?s)events:\n.*?\n", "events: []\n"), ICS).problems())
        .singleElement()
        .hasToString("line 5, column 13: a calendar without events has no time at all");
  }

  private static Policy policy() {
    PolicyParseResult read = read(FILE, ICS);
    return read.policy().orElseThrow(() -> new AssertionError(read.problems()));
  }

  private static PolicyParseResult read(String text, String ics) {
    return PolicyFileParser.parse(
        text, name -> java.util.Optional.of(ics).filter(found -> name.equals("year-end.ics")));
  }
}
