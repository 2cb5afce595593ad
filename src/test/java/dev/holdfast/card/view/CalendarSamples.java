package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.chat.calendar.CalendarView;
import dev.holdfast.chat.calendar.CalendarView.Day;
import dev.holdfast.chat.calendar.CalendarView.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The calendar. */
final class CalendarSamples {

  private static final List<String> NOTES =
      List.of(
          "Times are in Europe/Copenhagen.",
          "To see the service's maintenance days and planned updates, type calendar and the name of"
              + " an environment.");

  private static final Row NIGHT =
      new Row(
          "22:00–06:00",
          "Window: nights, for Restore and Copy",
          "Contoso Dev, Contoso UAT and 4 more",
          "",
          Tone.NEUTRAL);

  private CalendarSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("calendar", twenty());
    all.put("calendar-none", new CalendarView("The next seven days", List.of(), 0, NOTES));
    return all;
  }

  private static CalendarView twenty() {
    return new CalendarView(
        "The next seven days",
        List.of(
            new Day(
                "Sunday 22 November",
                List.of(
                    new Row(
                        "18:05–22:20",
                        "Copy R-1040",
                        "Contoso Production → Contoso UAT · running, expected to end by then",
                        "",
                        Tone.ONGOING),
                    new Row(
                        "21:00–01:10",
                        "Restore R-1042",
                        "Contoso UAT → Contoso Dev · not approved yet",
                        "Overlaps R-1040 and R-1043.",
                        Tone.ATTENTION),
                    NIGHT,
                    planned("22:30–22:55", "Backup R-1043", "Contoso UAT"))),
            new Day(
                "Monday 23 November",
                List.of(planned("02:00–02:25", "Backup R-1044", "Contoso Production"), NIGHT)),
            new Day(
                "Tuesday 24 November",
                List.of(
                    planned("02:00–02:25", "Backup R-1045", "Contoso Production"),
                    new Row(
                        "00:00–00:00",
                        "Maintenance day of the service",
                        "Contoso UAT",
                        "",
                        Tone.BAD),
                    new Row(
                        "20:00–00:10",
                        "Copy R-1046",
                        "Contoso Production → Contoso UAT",
                        "The service might update the apps of the environment on this day.",
                        Tone.ATTENTION),
                    NIGHT)),
            new Day(
                "Wednesday 25 November",
                List.of(
                    planned("02:00–02:25", "Backup R-1047", "Contoso Production"),
                    new Row(
                        "18:00 until Friday 27 November, 08:00",
                        "Freeze: Month-end close",
                        "all environments",
                        "",
                        Tone.BAD),
                    new Row(
                        "22:00–02:10",
                        "Restore R-1048",
                        "Contoso UAT → Contoso Training",
                        "The policy's calendars don't allow a start then. The next start is Fri 27 Nov"
                            + " 2026, 22:00 (Europe/Copenhagen) · 21:00 UTC.",
                        Tone.ATTENTION),
                    NIGHT)),
            new Day(
                "Friday 27 November",
                List.of(
                    NIGHT,
                    planned("22:00–22:25", "Backup R-1049", "Contoso Dev"),
                    planned("23:00–23:25", "Backup R-1050", "Contoso Training"))),
            new Day(
                "Saturday 28 November",
                List.of(planned("02:00–02:25", "Backup R-1051", "Contoso Production"), NIGHT)),
            new Day(
                "Sunday 29 November",
                List.of(planned("02:00–02:25", "Backup R-1052", "Contoso Production")))),
        3,
        NOTES);
  }

  /**
   * As many rows as there may be.
   *
   * @param text that everything says
   */
  static CalendarView full(String text) {
    return new CalendarView(
        text,
        IntStream.range(0, CalendarView.MOST / 4)
            .mapToObj(
                day ->
                    new Day(
                        "Sunday 22 November",
                        IntStream.range(0, 4)
                            .mapToObj(row -> new Row("22:00–02:10", text, text, text, Tone.BAD))
                            .toList()))
            .toList(),
        120,
        List.of(text));
  }

  private static Row planned(String time, String title, String where) {
    return new Row(time, title, where, "", Tone.GOOD);
  }
}
