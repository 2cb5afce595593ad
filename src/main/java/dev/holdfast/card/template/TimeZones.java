package dev.holdfast.card.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Properties;

/** Time zones by their IANA name, or by the name that Windows has for them. */
final class TimeZones {
  private static final Properties WINDOWS = windows();

  private TimeZones() {}

  /** Read once, when the functions are defined: an expansion opens no file. */
  private static Properties windows() {
    var names = new Properties();
    try (var file = TimeZones.class.getResourceAsStream("windows-zones.properties")) {
      names.load(file);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ZoneId of(String name) {
    var iana = WINDOWS.getProperty(name, name);
    try {
      return ZoneId.of(iana);
    } catch (DateTimeException e) {
      throw new EvaluationException("'" + name + "' is not a time zone");
    }
  }
}
