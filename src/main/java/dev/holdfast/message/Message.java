package dev.holdfast.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text for people that has no language yet. {@link MessageFormatter} makes a text of it. Forms
 * make messages by the thousand of which people see a few, so this is small.
 */
public final class Message {

  private final String code;

  /** Names and values in turn. */
  private final Object[] arguments;

  private Message(String code, Object[] arguments) {
    this.code = code;
    this.arguments = arguments;
  }

  /**
   * A message with its arguments.
   *
   * @param code of the message in the catalog, such as {@code card.backups.by}
   * @param namesAndValues in turn; a value is a text (a name or other words from people, an id), a
   *     number, an instant, a duration, or another message
   * @throws IllegalArgumentException if a value is of no such type
   */
  public static Message of(String code, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      check(code, namesAndValues, i);
    }
    return new Message(code, namesAndValues.clone());
  }

  /** This message with one more argument. */
  public Message with(String name, Object value) {
    Object[] more = Arrays.copyOf(arguments, arguments.length + 2);
    more[arguments.length] = name;
    more[arguments.length + 1] = value;
    check(code, more, arguments.length);
    return new Message(code, more);
  }

  public String code() {
    return code;
  }

  /** By name, in order. */
  public Map<String, Object> arguments() {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      byName.put((String) arguments[i], arguments[i + 1]);
    }
    return byName;
  }

  private static void check(String code, Object[] arguments, int at) {
    Object value = at + 1 < arguments.length ? arguments[at + 1] : null;
    boolean formattable =
        value instanceof String
            || value instanceof Number
            || value instanceof Message
            || value instanceof Instant
            || value instanceof Duration;
    if (!formattable || !(arguments[at] instanceof String)) {
      throw new IllegalArgumentException(
          "Message %s can't show %s as %s".formatted(code, value, arguments[at]));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message
        && code.equals(message.code)
        && Arrays.equals(arguments, message.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + Arrays.hashCode(arguments);
  }

  @Override
  public String toString() {
    return code + arguments();
  }
}
