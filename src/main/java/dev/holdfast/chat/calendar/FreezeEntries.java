package dev.holdfast.chat.calendar;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.chat.calendar.CalendarEntry.Kind;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people froze. */
@Component
class FreezeEntries implements CalendarSource {

  private final FreezeService freezes;
  private final ReadingRights rights;

  FreezeEntries(FreezeService freezes, ReadingRights rights) {
    this.freezes = freezes;
    this.rights = rights;
  }

  @Override
  public List<CalendarEntry> entries(CalendarQuery query) {
    return freezes.active().stream()
        .filter(freeze -> isShown(freeze, query))
        .map(
            freeze ->
                CalendarEntry.of(
                    Kind.FREEZE,
                    freeze.since(),
                    freeze.until(),
                    Message.of("calendar.freeze", "reason", freeze.reason()),
                    freeze.environment().stream().toList()))
        .toList();
  }

  private boolean isShown(Freeze freeze, CalendarQuery query) {
    return freeze
        .environment()
        .filter(one -> !query.isAbout(one) || !rights.mayRead(query.reader(), one))
        .isEmpty();
  }
}
