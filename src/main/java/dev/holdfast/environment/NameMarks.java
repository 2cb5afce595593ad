package dev.holdfast.environment;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Names with characters that nobody sees, or that look like others: shown as such. */
public final class NameMarks {

  /** Letters of these look alike. */
  private static final Set<UnicodeScript> ALIKE =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  private static final Set<Integer> BLANK_LETTERS =
      Set.of(0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

  private NameMarks() {}

  /** Whether all of a text can be seen, and no letter of it passes for one of another script. */
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(NameMarks::isUnseen) && !isMixed(text);
  }

  /** The name with each unseen character as its code, and a mark where scripts are mixed. */
  public static String shown(String name) {
    if (isPlain(name)) {
      return name;
    }
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .forEach(
            character -> {
              if (isUnseen(character)) {
                shown.append("⟨U+%04X⟩".formatted(character));
              } else {
                shown.appendCodePoint(character);
              }
            });
    return isMixed(name) ? shown.append(" ⚠").toString() : shown.toString();
  }

  private static boolean isUnseen(int character) {
    int type = Character.getType(character);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || BLANK_LETTERS.contains(character);
  }

  private static boolean isMixed(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).filter(ALIKE::contains).distinct().count()
        > 1;
  }
}
