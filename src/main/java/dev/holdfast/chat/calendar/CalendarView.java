package dev.holdfast.chat.calendar;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import java.util.List;

/**
 * The next seven days.
 *
 * @param days those on which there is something
 * @param left how many entries there's no room for
 * @param notes what is at no certain time, and which time zone that is
 */
public record CalendarView(String title, List<Day> days, int left, List<String> notes)
    implements CardView {

  /** The most rows that are readable and fit on a card. */
  public static final int MOST = 20;

  /**
   * A day in the reader's time zone.
   *
   * @param name such as {@code Friday 20 November}
   */
  public record Day(String name, List<Row> rows) {}

  /**
   * One entry.
   *
   * @param time such as {@code 22:00–06:00}
   * @param where the environments, and what else there is to say
   * @param overlaps what speaks against it; may be empty
   * @param tone ONGOING for what runs, GOOD for what is planned, ATTENTION for what keeps something
   *     from starting, NEUTRAL for windows
   */
  public record Row(String time, String title, String where, String overlaps, Tone tone) {}

  @Override
  public String template() {
    return "calendar";
  }

  @Override
  public Message summary() {
    int rows = days.stream().mapToInt(day -> day.rows().size()).sum();
    return Message.of("card.calendar.summary", "title", title, "count", rows + left);
  }
}
