package dev.holdfast.operation.repeat;

import dev.holdfast.operation.repeat.Repetition.Occurrence;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the place of a run into a text that people wrote as a pattern, such as {@code Weekly
 * {date}}: its date, time, and number. What it puts in isn't looked at again, and anything else
 * stays as it is.
 */
public record RunTexts(Occurrence run) implements UnaryOperator<String> {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(date|time|number)}");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  @Override
  public String apply(String pattern) {
    Map<String, String> values =
        Map.of(
            "date", run.local().toLocalDate().toString(),
            "time", TIME.format(run.local()),
            "number", String.valueOf(run.number()));
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }
}
