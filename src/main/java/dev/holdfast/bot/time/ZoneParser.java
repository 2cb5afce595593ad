package dev.holdfast.bot.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time zone at the end of a person's words: {@code Z}, {@code UTC}, {@code +01:00}, {@code
 * (Europe/Berlin)}, {@code w. europe standard time}. Abbreviations such as {@code IST} are not
 * taken: several mean more than one zone, and most are wrong half of the year.
 *
 * @param rest the words without it
 */
public record ZoneParser(ZoneId zone, String rest) {

  private static final String TIME = "(?<rest>.*(?::\\d{2}(?:[.,]\\d{1,9})?|\\d ?[ap]\\.?m\\.?))";
  private static final Pattern OFFSET =
      Pattern.compile(
          TIME
              + " ?\\(?(?:(?<utc>z|utc|gmt)|(?:utc|gmt)?(?<sign>[+\\-−])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?)\\)?");

  /** The first and the last zone to see a day. */
  private static final ZoneId FIRST = ZoneOffset.ofHours(14);

  private static final ZoneId LAST = ZoneOffset.ofHours(-12);

  private static final Pattern UNSPACED = Pattern.compile("(?<! )\\(");
  private static final Pattern CLOCK = Pattern.compile(TIME);
  private static final Pattern ABBREVIATION = Pattern.compile(TIME + " (?<word>[a-z]{2,5})");
  private static final Set<String> KNOWN_ABBREVIATIONS =
      Set.of(
          "cet", "cest", "met", "mez", "mesz", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt",
          "mt", "pst", "pdt", "pt", "bst", "ist", "jst", "kst", "hkt", "sgt", "aest", "aedt",
          "acst", "awst", "nzst", "nzdt", "eet", "eest", "wet", "west", "msk", "trt", "sast", "brt",
          "gst");

  private static final Map<String, ZoneOffset> CENTRAL =
      Map.of(
          "cet", ZoneOffset.ofHours(1),
          "mez", ZoneOffset.ofHours(1),
          "cest", ZoneOffset.ofHours(2),
          "mesz", ZoneOffset.ofHours(2));

  /** The zone at the end of words in lower case with single spaces. */
  public static Optional<ZoneParser> in(String words) {
    Matcher offset = OFFSET.matcher(words);
    if (offset.matches()) {
      return offset(offset).map(zone -> new ZoneParser(zone, offset.group("rest").strip()));
    }
    return named(UNSPACED.matcher(words).replaceAll(" ("));
  }

  /** The longest end of the words that names a zone: a name in two words ends in another's. */
  private static Optional<ZoneParser> named(String words) {
    for (int space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
      String rest = words.substring(0, space);
      String name = words.substring(space + 1);
      if (name.contains("/") || CLOCK.matcher(rest).matches()) {
        Optional<ZoneId> zone = zone(words, rest);
        if (zone.isPresent()) {
          return zone.map(there -> new ZoneParser(there, rest));
        }
      }
    }
    return Optional.empty();
  }

  /** The same behind words for a day, such as {@code yesterday berlin}. */
  static Optional<ZoneParser> behindDay(String words, Predicate<String> isDay) {
    for (int space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
      String rest = words.substring(0, space);
      Optional<ZoneId> zone = Optional.of(rest).filter(isDay).flatMap(day -> zone(words, day));
      if (zone.isPresent()) {
        return zone.map(there -> new ZoneParser(there, rest));
      }
    }
    return Optional.empty();
  }

  private static Optional<ZoneId> zone(String words, String rest) {
    String name = words.substring(rest.length() + 1);
    return TimeZoneParser.parse(name).or(() -> TimeZoneParser.parse(withoutParentheses(name)));
  }

  /** Whether words mean the same in each zone, such as {@code 2 hours ago}. */
  public static boolean sameEverywhere(Function<ZoneId, ParsedInstant> reading) {
    return reading.apply(FIRST).equals(reading.apply(LAST));
  }

  private static String withoutParentheses(String name) {
    boolean enclosed = name.startsWith("(") && name.endsWith(")");
    return enclosed ? name.substring(1, name.length() - 1) : name;
  }

  /** The abbreviation of a zone at the end of the words. */
  static Optional<String> abbreviation(String words) {
    Matcher matcher = ABBREVIATION.matcher(words);
    return matcher.matches() && KNOWN_ABBREVIATIONS.contains(matcher.group("word"))
        ? Optional.of(matcher.group("word"))
        : Optional.empty();
  }

  /**
   * A time of Central Europe, which has one abbreviation for the winter and one for the summer.
   *
   * @param words with the offset in the place of the abbreviation
   */
  record Central(String words, ZoneOffset offset) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** Only in its half of the year: who says CET in summer probably means the time there. */
    Optional<ParsedInstant> read(ParsedInstant parsed) {
      return Optional.of(parsed)
          .filter(ParsedInstant.At.class::isInstance)
          .map(ParsedInstant.At.class::cast)
          .filter(at -> ZONE.getRules().getOffset(at.instant()).equals(offset))
          .map(at -> at);
    }
  }

  /** The words where the abbreviation at their end is one of Central Europe's. */
  static Optional<Central> central(String words) {
    Matcher matcher = ABBREVIATION.matcher(words);
    if (!matcher.matches() || !CENTRAL.containsKey(matcher.group("word"))) {
      return Optional.empty();
    }
    ZoneOffset offset = CENTRAL.get(matcher.group("word"));
    return Optional.of(new Central(matcher.group("rest") + offset.getId(), offset));
  }

  private static Optional<ZoneId> offset(Matcher words) {
    if (words.group("utc") != null) {
      return Optional.of(ZoneOffset.UTC);
    }
    int sign = words.group("sign").equals("+") ? 1 : -1;
    int hours = Integer.parseInt(words.group("hours"));
    String minutes = words.group("minutes");
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(
              sign * hours, minutes == null ? 0 : sign * Integer.parseInt(minutes)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
