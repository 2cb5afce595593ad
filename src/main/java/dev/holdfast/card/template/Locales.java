package dev.holdfast.card.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Properties;

/** What languages and regions differ in. */
final class Locales {

  /**
   * How numbers are written.
   *
   * @param zero the first of the ten digits
   * @param others how many digits a group has; but the last one always has three
   */
  record NumberStyle(char decimal, char thousands, char zero, int others) {}

  /** The reference's own table, which in places is not what the Unicode CLDR says. */
  private static final Properties STYLES = Locales.table("number-styles.properties");

  private Locales() {}

  /** A table beside this class, read when the class is: an expansion opens no file. */
  static Properties table(String name) {
    var table = new Properties();
    try (var file = Locales.class.getResourceAsStream(name);
        var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      table.load(reader);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The locale in that argument if it is a string, or else the host's. */
  static Locale of(Arguments a, int i) {
    try {
      return a.isText(i)
          ? new Locale.Builder().setLanguageTag(a.string(i)).build()
          : a.run().host().locale();
    } catch (IllformedLocaleException e) {
      return a.fail(i, "a locale");
    }
  }

  /** From the reference's table, or from the JDK's for a locale that is not in there. */
  static NumberStyle numbers(Locale locale) {
    var style = STYLES.getProperty(locale.toLanguageTag());
    if (style == null) {
      var jdk = DecimalFormatSymbols.getInstance(locale);
      style = "" + jdk.getDecimalSeparator() + jdk.getGroupingSeparator() + jdk.getZeroDigit() + 3;
    }
    return new NumberStyle(
        style.charAt(0), style.charAt(1), style.charAt(2), style.charAt(3) - '0');
  }
}
