package dev.holdfast.message;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Shows characters that nobody sees, and marks names whose letters look like others. A text that is
 * marked already stays as it is.
 */
public final class TextMarks {

  private static final String MIXED = " ⚠";

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

  /** What joins emojis and letters of some scripts, and has a meaning there. */
  private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** Arguments of messages that are names of environments. */
  private static final Set<String> ENVIRONMENTS =
      Set.of("environment", "environments", "source", "target", "newName");

  /** Arguments of messages that are names of people, and those that are of both kinds. */
  private static final Set<String> NAMES =
      Set.of("name", "person", "people", "requester", "requesters", "approvers", "recipient");

  private TextMarks() {}

  /** Whether all of a name can be seen, and no letter of it passes for one of another script. */
  public static boolean isPlain(String name) {
    return isSimple(name) || (name.codePoints().noneMatch(TextMarks::isUnseen) && !isMixed(name));
  }

  /** The name of an environment; letters of two scripts anywhere in it are marked. */
  public static String name(String name) {
    return isSimple(name) ? name : marked(seen(name, (all, at) -> false), isMixed(name));
  }

  /** The name of a person, which is often written in two scripts, though not within a word. */
  public static String person(String name) {
    return isSimple(name)
        ? name
        : marked(
            seen(name, TextMarks::joins),
            BETWEEN_WORDS.splitAsStream(name).anyMatch(TextMarks::isMixed));
  }

  /** A text of a person or a service, of one line or several. */
  public static String text(String text) {
    return isSimple(text) ? text : seen(text, (all, at) -> breaks(all[at]) || joins(all, at));
  }

  /** What an argument of a message shows, by its name. */
  public static UnaryOperator<String> ofArgument(String name) {
    if (ENVIRONMENTS.contains(name)) {
      return TextMarks::name;
    }
    return NAMES.contains(name) ? TextMarks::person : TextMarks::text;
  }

  /** The usual case, without a closer look. */
  private static boolean isSimple(String text) {
    return text.chars().allMatch(character -> character >= ' ' && character < 0x7F);
  }

  private static String marked(String name, boolean mixed) {
    return mixed && !name.endsWith(MIXED) ? name + MIXED : name;
  }

  /** Whether an unseen character means something where it stands, and stays. */
  private interface Meaning {

    boolean isAt(int[] characters, int at);
  }

  private static String seen(String text, Meaning meaning) {
    int[] characters = text.codePoints().toArray();
    StringBuilder seen = new StringBuilder(text.length() + 8);
    for (int i = 0; i < characters.length; i++) {
      if (isUnseen(characters[i]) && !meaning.isAt(characters, i)) {
        seen.append("⟨U+%04X⟩".formatted(characters[i]));
      } else {
        seen.appendCodePoint(characters[i]);
      }
    }
    return seen.toString();
  }

  private static boolean breaks(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  /** A joiner where no letter that looks like another stands by it. */
  private static boolean joins(int[] characters, int at) {
    return JOINERS.contains(characters[at])
        && at > 0
        && at + 1 < characters.length
        && isJoined(characters[at - 1])
        && isJoined(characters[at + 1]);
  }

  private static boolean isJoined(int character) {
    return character > 0x7F && !ALIKE.contains(UnicodeScript.of(character)) && !isUnseen(character);
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
