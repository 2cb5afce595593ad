package dev.holdfast.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an iCalendar file (RFC 5545, content lines).
 *
 * @param number of its first line in the file, counted from 1
 * @param name in capitals
 * @param parameters by their names in capitals, without quotation marks
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

  /** Puts folded lines together, and leaves out empty ones. */
  static List<ContentLine> lines(String text) throws CalendarFormatException {
    List<ContentLine> found = new ArrayList<>();
    StringBuilder logical = new StringBuilder();
    int begun = 1;
    int number = 0;
    for (String line : (text.replace("\uFEFF", "") + "\n").split("\r\n|\n|\r", -1)) {
      number++;
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (!folded) {
        add(found, begun, logical.toString());
        logical.setLength(0);
        begun = number;
      }
      logical.append(folded ? line.substring(1) : line);
    }
    return found;
  }

  private static void add(List<ContentLine> lines, int number, String text)
      throws CalendarFormatException {
    if (!text.isBlank()) {
      lines.add(parse(number, text));
    }
  }

  private static ContentLine parse(int number, String text) throws CalendarFormatException {
    List<String> parts = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      quoted = (at == '"') != quoted;
      if (!quoted && (at == ';' || at == ':')) {
        parts.add(text.substring(from, i));
        from = i + 1;
        if (at == ':') {
          return of(number, parts, text.substring(from));
        }
      }
    }
    throw new CalendarFormatException(number, "a line has to be a name, a colon, and a value");
  }

  private static ContentLine of(int number, List<String> parts, String value) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      parameters.put(
          part.substring(0, Math.max(equals, 0)).toUpperCase(Locale.ROOT),
          part.substring(equals + 1).replace("\"", ""));
    }
    return new ContentLine(
        number, parts.get(0).strip().toUpperCase(Locale.ROOT), parameters, value.strip());
  }

  boolean is(String wanted, String content) {
    return name.equals(wanted) && value.equalsIgnoreCase(content);
  }

  Optional<String> parameter(String wanted) {
    return Optional.ofNullable(parameters.get(wanted));
  }
}
