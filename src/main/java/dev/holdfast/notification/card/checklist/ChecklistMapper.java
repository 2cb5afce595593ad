package dev.holdfast.notification.card.checklist;

import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.request.ChecklistTransitions;
import dev.holdfast.request.ChecklistTransitions.Entry;
import dev.holdfast.request.ChecklistTransitions.Tick;
import dev.holdfast.request.Request;
import dev.holdfast.request.checklist.ChecklistItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the checklist of a request into words. */
public final class ChecklistMapper {

  private static final String ITEM = "item";

  private ChecklistMapper() {}

  /**
   * @param mayTick whether the reader may tick items
   * @return empty where the request has no list
   */
  public static Optional<ChecklistView> view(Request request, boolean mayTick, CardTexts texts) {
    ChecklistTransitions checklist = request.completed().checklist();
    List<Entry> entries = checklist.entries();
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChecklistView(
                texts.of(
                    "checklist.standing",
                    "done",
                    entries.size() - checklist.open().size(),
                    "all",
                    entries.size()),
                entries.stream().map(entry -> row(request, entry, mayTick, texts)).toList()));
  }

  /** That there is something to do before administration mode is turned off; empty if not. */
  public static Optional<Message> beforeLeaving(Request request) {
    int open = request.completed().checklist().openBeforeLeaving().size();
    return open == 0
        ? Optional.empty()
        : Optional.of(Message.of("checklist.beforeLeaving", "open", open));
  }

  /** What is open, for a message. */
  public static Message open(Request request) {
    return Message.of(
        "checklist.open",
        "items",
        request.completed().checklist().open().stream().map(ChecklistItem::title).toList());
  }

  private static ChecklistView.Row row(
      Request request, Entry entry, boolean mayTick, CardTexts texts) {
    boolean selectable = mayTick && (entry.isOpen() || entry.isTickedByPerson());
    String code = entry.isOpen() ? "checklist.tick" : "checklist.untick";
    return new ChecklistView.Row(
        !entry.isOpen(),
        texts.of(entry.item().title()),
        note(entry, texts),
        selectable ? texts.of(code, ITEM, entry.item().title()) : "",
        selectable ? Optional.of(data(request, entry)) : Optional.empty());
  }

  private static String note(Entry entry, CardTexts texts) {
    return entry
        .tick()
        .map(ChecklistMapper::ticked)
        .or(() -> entry.item().how())
        .map(texts::of)
        .orElse("");
  }

  private static Message ticked(Tick tick) {
    return tick.isRead()
        ? Message.of("checklist.read", "time", tick.at())
        : Message.of("checklist.ticked", "person", tick.by().name(), "time", tick.at());
  }

  /** A tick is taken back only as it was seen. */
  private static Map<String, String> data(Request request, Entry entry) {
    String id = request.id().toString();
    String item = entry.item().key();
    return entry
        .tick()
        .map(tick -> Map.of("requestId", id, ITEM, item, "tick", tick.at().toString()))
        .orElseGet(() -> Map.of("requestId", id, ITEM, item));
  }
}
