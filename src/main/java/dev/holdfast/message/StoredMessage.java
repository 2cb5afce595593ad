package dev.holdfast.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * A message as it is stored beside its English text: that is what other versions of Holdfast and
 * the audit log read.
 *
 * @param text the text that it belongs to. A replica that doesn't know messages changes the text
 *     beside this and leaves this as it is; what doesn't fit together no longer counts
 */
@JsonInclude(Include.NON_ABSENT)
public record StoredMessage(
    String code, Map<String, StoredArgument> arguments, Optional<String> text) {

  /** Empty for a text that is in no catalog: there the text says it all. */
  public static Optional<StoredMessage> of(Message message) {
    return message.isPlain()
        ? Optional.empty()
        : Optional.of(nested(message, Optional.of(english(message))));
  }

  /** The text that is stored beside it. */
  public static String english(Message message) {
    return MessageFormatter.STORED.text(message);
  }

  /**
   * The message of a text; the text as it is where there is none, or none that this version knows.
   */
  public static Message read(String text, Optional<StoredMessage> stored) {
    return stored
        .filter(message -> message.text.filter(text::equals).isPresent())
        .flatMap(StoredMessage::known)
        .orElseGet(() -> Message.plain(text));
  }

  static StoredMessage nested(Message message, Optional<String> text) {
    Map<String, StoredArgument> arguments = new LinkedHashMap<>();
    message.arguments().forEach((name, value) -> arguments.put(name, StoredArgument.of(value)));
    return new StoredMessage(message.code(), arguments, text);
  }

  /** Empty for what a newer version stored and this one can't show. */
  private Optional<Message> known() {
    try {
      Message message = toMessage();
      english(message);
      return Optional.of(message);
    } catch (IllegalArgumentException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  Message toMessage() {
    Set<String> needed = MessageCatalog.shared().message(code, MessageCatalog.COMPLETE).names();
    if (!arguments.keySet().containsAll(needed)) {
      throw new IllegalArgumentException("message '" + code + "' takes arguments named " + needed);
    }
    Message message = Message.of(code);
    for (Map.Entry<String, StoredArgument> argument : arguments.entrySet()) {
      message = message.with(argument.getKey(), argument.getValue().value());
    }
    return message;
  }
}
