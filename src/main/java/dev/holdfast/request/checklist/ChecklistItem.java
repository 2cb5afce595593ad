package dev.holdfast.request.checklist;

import dev.holdfast.message.Message;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param key its name within its list: that of a {@link KnownItem}, or {@code own-1} for the first
 *     that the policy words itself
 * @param text the policy's words; empty for a known one
 */
public record ChecklistItem(String key, String text) {

  public static ChecklistItem of(KnownItem known) {
    return new ChecklistItem(known.key(), "");
  }

  /**
   * One in the policy's words.
   *
   * @param number among those of its list, from 1
   */
  public static ChecklistItem own(int number, String text) {
    return new ChecklistItem("own-" + number, text);
  }

  /** Empty where the policy words it, and where a newer version of Holdfast does. */
  public Optional<KnownItem> known() {
    return KnownItem.of(key);
  }

  public Message title() {
    return text.isEmpty()
        ? known().map(KnownItem::title).orElseGet(() -> Message.of("checklist.own", "text", key))
        : Message.of("checklist.own", "text", text);
  }

  /** What there is to do, in a line; empty where the title says it all. */
  public Optional<Message> how() {
    return text.isEmpty() ? known().map(KnownItem::how) : Optional.empty();
  }

  /** For the audit log. */
  public String words() {
    return text.isEmpty() ? key : key + " (" + text + ")";
  }
}
