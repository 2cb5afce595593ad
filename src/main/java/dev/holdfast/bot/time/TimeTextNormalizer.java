package dev.holdfast.bot.time;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words for a time without what makes no difference: case, commas, filling words, odd spaces. */
public final class TimeTextNormalizer {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Any comma but the one in front of a fraction of a second. */
  private static final Pattern COMMA = Pattern.compile("(?<!:\\d\\d),|,(?!\\d)");

  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  /** A card shows an instant twice, with a dot between; the first is enough when it is copied. */
  private static final Pattern SECOND_TIME = Pattern.compile(" ?·.*$");

  private static final Pattern FILLERS =
      Pattern.compile("(?:^|(?<= ))(?:at|on|as of|@|o'clock)(?= |$)");

  private TimeTextNormalizer() {}

  /** Lower case, single spaces, and English words for those of the other languages. */
  public static String of(String text) {
    String seen = UNSEEN.matcher(COMMA.matcher(text).replaceAll(" ")).replaceAll("");
    String lower = SPACES.matcher(seen).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    String once = SECOND_TIME.matcher(lower).replaceFirst("");
    String english = TimeVocabulary.english(once);
    String bare = FILLERS.matcher(english).replaceAll(" ");
    return SPACES.matcher(bare).replaceAll(" ").strip();
  }
}
