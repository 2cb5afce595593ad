package dev.holdfast.card.template;

import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/** Dates and times. */
final class DateFunctions {
  private DateFunctions() {}

  static void define(Functions functions) {
    functions.define(
        "string utcNow(string?,string?)", a -> write(a, a.run().host().clock().instant(), 0));
    functions.define(
        "string formatDateTime(string,string?,string?)",
        a -> write(a, Timestamps.lenient(a.string(0)), 1));
  }

  /** The time in UTC, in the format and locale that these two arguments give. */
  private static JsonNode write(Arguments a, Instant time, int format) {
    var at = time.atOffset(ZoneOffset.UTC);
    var pattern = a.isText(format) ? a.string(format) : "";
    return Values.text(DateFormat.write(at, pattern, Locales.of(a, format + 1)));
  }
}
