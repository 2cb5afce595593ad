package dev.holdfast.card.template;

import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;

/** What languages and regions differ in. */
final class Locales {

  /**
   * How numbers are written.
   *
   * @param zero the first of the ten digits
   * @param others how many digits a group has; but the last one always has three
   */
  record NumberStyle(char decimal, char thousands, char zero, int others) {}

  private static final NumberStyle ENGLISH = new NumberStyle('.', ',', '0', 3);

  /** The reference's own table, which in places is not what the Unicode CLDR says. */
  private static final Map<String, NumberStyle> STYLES = new HashMap<>();

  static {
    put(ENGLISH, "en en-IE ar-EH ja-JP en-GB en-CA en-US ko-KR es-MX zh-CN he-IL");
    put(new NumberStyle('.', ',', '0', 2), "en-IN");
    put(new NumberStyle(',', '\'', '0', 3), "de-CH");
    put(new NumberStyle(',', '\u00a0', '0', 3), "uk-UA sv-SE fi-FI cs-CZ fr-CA ru-RU hu-HU fr-FR");
    put(
        new NumberStyle(',', '.', '0', 3),
        "ar-MA it-IT ca-ES es-ES ar-DZ nl-NL es-BO ar-TN pt-BR ar-LY pl-PL mk-MK de-DE");
    put(
        new NumberStyle('\u066b', '\u066c', '\u0660', 3),
        "ar-BH ar-PS ar-EG ar-IQ ar-AE ar-MR ar-TD ar-SY ar-JO ar-ER ar-LB ar-YE ar-SS ar-SO ar-DJ"
            + " ar-SD ar-001 ar-SA ar-KW ar-QA ar-IL ar-OM ar-KM");
  }

  private Locales() {}

  private static void put(NumberStyle style, String tags) {
    for (var tag : tags.split(" ")) {
      STYLES.put(tag, style);
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
    var style = STYLES.get(locale.toLanguageTag());
    if (style != null || locale.getLanguage().isEmpty()) {
      return style != null ? style : ENGLISH;
    }
    var symbols = DecimalFormatSymbols.getInstance(locale);
    return new NumberStyle(
        symbols.getDecimalSeparator(), symbols.getGroupingSeparator(), symbols.getZeroDigit(), 3);
  }
}
