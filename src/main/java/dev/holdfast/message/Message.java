package dev.holdfast.message;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text for people that has no language yet. {@link MessageFormatter} makes a text of it. Forms
 * make messages by the thousand of which people see a few, so this is small.
 */
public final class Message {

  private static final Set<Class<?>> FORMATTABLE =
      Set.of(
          String.class,
          Message.class,
          Instant.class,
          ZonedDateTime.class,
          RelativeTime.class,
          Duration.class,
          DayOfWeek.class);

  private static final String PLAIN = "text.plain";
  private static final String TEXT = "text";

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
   *     number, an instant, an instant in a zone that isn't the reader's, a {@link RelativeTime}, a
   *     duration, a day of the week, another message, or a list of some of these
   * @throws IllegalArgumentException if a value is of no such type
   */
  public static Message of(String code, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      check(code, namesAndValues, i);
    }
    return new Message(code, normalized(namesAndValues));
  }

  /** A text that is in no catalog, such as what a service said. */
  public static Message plain(String text) {
    return of(PLAIN, TEXT, text);
  }

  /** Sentences one after the other. */
  public static Message sentences(List<Message> sentences) {
    return sentences.stream().reduce(Message::then).orElseGet(() -> plain(""));
  }

  /** This sentence and another one after it. */
  public Message then(Message next) {
    return of("text.then", "first", this, "next", next);
  }

  /** Whether it's a text that is in no catalog. */
  boolean isPlain() {
    return code.equals(PLAIN);
  }

  /** This message with one more argument. */
  public Message with(String name, Object value) {
    Object[] more = Arrays.copyOf(arguments, arguments.length + 2);
    more[arguments.length] = name;
    more[arguments.length + 1] = value;
    check(code, more, arguments.length);
    return new Message(code, normalized(more));
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
    if (!isFormattable(value) || !(arguments[at] instanceof String)) {
      throw new IllegalArgumentException(
          "Message %s can't show %s as %s".formatted(code, value, arguments[at]));
    }
  }

  /** Whole numbers are all of one type, so that a message equals what was stored of it. */
  private static Object[] normalized(Object... arguments) {
    Object[] values = arguments.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] instanceof Integer number ? number.longValue() : values[i];
    }
    return values;
  }

  private static boolean isFormattable(@Nullable Object value) {
    return value instanceof List<?> values
        ? !values.isEmpty() && values.stream().allMatch(Message::isFormattable)
        : value instanceof Number || (value != null && FORMATTABLE.contains(value.getClass()));
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
