package dev.holdfast.message;

import com.ibm.icu.text.ListFormatter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes texts of messages for one reader: in a language, with instants in a time zone, and with
 * {@link TextMarks} in names and in what people wrote.
 */
public final class MessageFormatter {

  /**
   * For texts that are stored: in English, with names as they are, and with instants as ISO 8601 in
   * UTC to the second, such as {@code 2026-11-20T17:00:00Z}.
   */
  public static final MessageFormatter STORED =
      new MessageFormatter(
          MessageCatalog.COMPLETE,
          instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString(),
          name -> UnaryOperator.identity());

  private final MessageCatalog catalog = MessageCatalog.shared();
  private final Locale language;
  private final TimeTexts times;
  private final Function<Instant, String> instants;

  /** What a reader is shown of a text, by the name of the argument. */
  private final Function<String, UnaryOperator<String>> marks;

  public MessageFormatter(Locale language, ZoneId zone) {
    this(language, instant -> TimeTexts.of(language).both(instant, zone), TextMarks::ofArgument);
  }

  private MessageFormatter(
      Locale language,
      Function<Instant, String> instants,
      Function<String, UnaryOperator<String>> marks) {
    this.language = language;
    this.marks = marks;
    this.times = TimeTexts.of(language);
    this.instants = instants;
  }

  /** The message as plain text. */
  public String text(Message message) {
    return text(message, UnaryOperator.identity());
  }

  /**
   * The message where a client reads markup, such as Markdown. The message's own markup counts;
   * that of its text arguments doesn't.
   *
   * @param escape takes the markup out of a text
   */
  public String text(Message message, UnaryOperator<String> escape) {
    Map<String, Object> shown = new HashMap<>();
    message
        .arguments()
        .forEach((name, value) -> shown.put(name, shown(value, marks.apply(name), escape)));
    return catalog.message(message.code(), language).text(shown);
  }

  private Object shown(Object value, UnaryOperator<String> mark, UnaryOperator<String> escape) {
    if (value instanceof Message message) {
      return text(message, escape);
    } else if (value instanceof List<?> values) {
      return ListFormatter.getInstance(language)
          .format(values.stream().map(one -> shown(one, mark, escape)).toList());
    }
    return value instanceof String text ? escape.apply(mark.apply(text)) : shown(value);
  }

  /** What has no markup. */
  private Object shown(Object value) {
    if (value instanceof Instant instant) {
      return instants.apply(instant);
    } else if (value instanceof ZonedDateTime elsewhere) {
      return times.local(elsewhere.toInstant(), elsewhere.getZone());
    } else if (value instanceof RelativeTime relative) {
      return times.relative(relative.instant(), relative.now());
    } else if (value instanceof Duration duration) {
      return times.duration(duration);
    }
    return value instanceof DayOfWeek day ? day.getDisplayName(TextStyle.FULL, language) : value;
  }
}
