package dev.holdfast.chat.calendar;

import dev.holdfast.message.Message;
import java.util.List;

/** Where entries of the calendar come from. Each bean of this type adds its own. */
interface CalendarSource {

  /** What of it is in the days that are shown, in any order. */
  List<CalendarEntry> entries(CalendarQuery query);

  /** What has to be said, and is at no certain time. */
  default List<Message> notes(CalendarQuery query) {
    return List.of();
  }
}
