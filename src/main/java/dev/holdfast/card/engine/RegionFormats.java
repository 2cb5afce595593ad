package dev.holdfast.card.engine;

import java.text.DecimalFormatSymbols;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.ResourceBundle;

/** What languages and regions differ in. */
final class RegionFormats {
  private RegionFormats() {}

  /** The locale in that argument if it is a string, or else the host's. */
  static Locale of(FunctionArguments a, int i) {
    try {
      return a.isText(i)
          ? new Locale.Builder().setLanguageTag(a.string(i)).build()
          : a.run().host().locale();
    } catch (IllformedLocaleException e) {
      return a.fail(i, "a locale");
    }
  }

  /**
   * How numbers are written.
   *
   * @param zero the first of the ten digits
   * @param others how many digits a group has; but the last one always has three
   */
  record NumberStyle(char decimal, char thousands, char zero, int others) {
    /** The reference's own table, which in places is not what the Unicode CLDR says. */
    private static final ResourceBundle TABLE =
        ResourceBundle.getBundle("dev.holdfast.card.engine.number-styles", Locale.ROOT);

    /** From the reference's table, or from the JDK's for a locale that is not in there. */
    static NumberStyle of(Locale locale) {
      var tag = locale.toLanguageTag();
      if (TABLE.containsKey(tag)) {
        var own = TABLE.getString(tag);
        return new NumberStyle(own.charAt(0), own.charAt(1), own.charAt(2), own.charAt(3) - '0');
      }
      var jdk = DecimalFormatSymbols.getInstance(locale);
      return new NumberStyle(
          jdk.getDecimalSeparator(), jdk.getGroupingSeparator(), jdk.getZeroDigit(), 3);
    }
  }
}
