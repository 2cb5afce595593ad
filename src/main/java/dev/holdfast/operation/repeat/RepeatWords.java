package dev.holdfast.operation.repeat;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.Tokenizer.Token;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the words that say how often out of those of a command: {@code every weekday 02:00},
 * wherever they stand. Words in quotes never say it.
 *
 * @param rest the other words
 * @param repeat with {@code every}; empty where there are none
 */
public record RepeatWords(CommandWords rest, String repeat) {

  static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  private static final Set<String> EVERY = Set.of("every", "each");

  /** {@code every 2 weeks on monday and tuesday 02:00 w. europe standard time until 24 dec 2026} */
  private static final int LONGEST = 20;

  private static final Pattern DAYS = Pattern.compile("(?<count>\\d{1,2}|second|other)? ?days?");
  private static final Pattern WEEKS =
      Pattern.compile("(?<count>\\d{1,2}|second|other)? ?weeks? (?<days>.+)");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?<position>\\d|last|first|second|third|fourth)(?:st|nd|rd|th)? (?<day>[a-z]+) of (?:the|each|every) month");
  private static final Pattern DATE =
      Pattern.compile("month (?:the )?(?:day )?(?<date>\\d{1,2}|last)(?:st|nd|rd|th)?(?: day)?");
  private static final Pattern OTHER = Pattern.compile("(?:other|second|2nd|2) (?<days>.+)");
  private static final int LATEST_DATE = 28;

  public static RepeatWords of(CommandWords words) {
    List<Token> all = words.tokens();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).quoted() && EVERY.contains(lower(all.get(i)))) {
        for (int end = Math.min(all.size(), i + 1 + LONGEST); end > i + 1; end--) {
          if (isRepeat(all.subList(i + 1, end))) {
            List<Token> rest = new ArrayList<>(all.subList(0, i));
            rest.addAll(all.subList(end, all.size()));
            return new RepeatWords(new CommandWords(rest), text(all.subList(i, end)));
          }
        }
      }
    }
    return new RepeatWords(words, "");
  }

  private static boolean isRepeat(List<Token> words) {
    return words.stream().noneMatch(Token::quoted) && RepeatText.of(text(words)).isPresent();
  }

  private static String text(List<Token> words) {
    return String.join(" ", words.stream().map(Token::text).toList());
  }

  private static String lower(Token word) {
    return word.text().toLowerCase(Locale.ROOT);
  }

  /** On which days, of words in lower case without filling words. */
  static Optional<RepeatPattern> pattern(String words) {
    Matcher days = DAYS.matcher(words);
    if (days.matches()) {
      return count(days.group("count")).map(RepeatPattern::daily);
    }
    Matcher weeks = WEEKS.matcher(words);
    if (weeks.matches()) {
      return count(weeks.group("count")).flatMap(count -> weekly(count, weeks.group("days")));
    }
    Matcher month = MONTH.matcher(words);
    if (month.matches()) {
      return day(month.group("day"))
          .flatMap(
              day ->
                  position(month.group("position"))
                      .map(position -> RepeatPattern.monthly(position, day)));
    }
    Matcher date = DATE.matcher(words);
    if (date.matches()) {
      return date(date.group("date")).map(RepeatPattern::monthly);
    }
    Matcher other = OTHER.matcher(words);
    return other.matches() ? weekly(2, other.group("days")) : weekly(1, words);
  }

  private static Optional<Integer> count(String text) {
    if (text == null) {
      return Optional.of(1);
    }
    int count = text.matches("\\d+") ? Integer.parseInt(text) : 2;
    return Optional.of(count).filter(some -> some > 0);
  }

  private static Optional<Integer> position(String text) {
    if (text.equals("last")) {
      return Optional.of(RepeatPattern.LAST);
    }
    int position = text.matches("\\d") ? Integer.parseInt(text) : ORDINALS.indexOf(text) + 1;
    return Optional.of(position).filter(some -> some > 0 && some <= ORDINALS.size());
  }

  private static Optional<Integer> date(String text) {
    return text.equals("last")
        ? Optional.of(RepeatPattern.LAST)
        : Optional.of(Integer.parseInt(text)).filter(date -> date > 0 && date <= LATEST_DATE);
  }

  private static Optional<RepeatPattern> weekly(int interval, String words) {
    if (words.matches("(?:week|work|business ?)days?")) {
      return Optional.of(RepeatPattern.weekly(interval, Set.copyOf(RepeatPattern.WORKDAYS)));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : words.split(" (?:and |& )?")) {
      Optional<DayOfWeek> day = day(word);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      days.add(day.get());
    }
    return Optional.of(RepeatPattern.weekly(interval, days));
  }

  private static Optional<DayOfWeek> day(String word) {
    String singular = word.replaceFirst("s$", "");
    return Arrays.stream(DayOfWeek.values())
        .filter(
            day -> {
              String name = day.name().toLowerCase(Locale.ROOT);
              return name.equals(singular)
                  || (word.length() >= 3 && word.length() <= 5 && name.startsWith(word));
            })
        .findFirst();
  }
}
