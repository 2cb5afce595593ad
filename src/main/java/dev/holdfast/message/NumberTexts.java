package dev.holdfast.message;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.NumberingSystem;
import java.util.Locale;

/** Numbers as a language writes them. */
final class NumberTexts {

  private static final String LATIN = "latn";
  private static final int FIRST_GROUPED = 1000;

  private final LocalizedNumberFormatter formatter;
  private final boolean isLatin;

  NumberTexts(Locale language) {
    this.formatter = NumberFormatter.withLocale(language);
    this.isLatin = LATIN.equals(NumberingSystem.getInstance(language).getName());
  }

  /** Small whole numbers, which are nearly all, don't wait for ICU. */
  String text(Number number) {
    boolean isShort =
        isLatin
            && (number instanceof Integer || number instanceof Long)
            && Math.abs(number.longValue()) < FIRST_GROUPED;
    return isShort ? number.toString() : formatter.format(number).toString();
  }
}
