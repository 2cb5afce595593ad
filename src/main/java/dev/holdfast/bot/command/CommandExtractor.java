package dev.holdfast.bot.command;

import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a message from its command on, without what people and their clients put around a
 * command: quotes of other messages, markers of lists, emoji, marks of formatting, thanks.
 */
final class CommandExtractor {

  private static final Pattern QUOTED_LINE = Pattern.compile("\\s*[>›»].*");

  /** {@code 1.}, {@code 2)}, {@code (3)}, {@code a)}, {@code [x]}. */
  private static final Pattern NUMBERING =
      Pattern.compile("\\(?[0-9]{1,2}[.)]|\\(?[A-Za-z]\\)|\\[[xX]]");

  /** What opens around a whole command closes behind it. */
  private static final Pattern WRAPPED = Pattern.compile("^[*_~`(\\[{]+[\\p{L}/]");

  private static final Set<String> THANKS =
      Set.of("please", "pls", "plz", "thanks", "thx", "ty", "cheers");

  private CommandExtractor() {}

  /**
   * @param isKeyword whether a word is the name of a command
   */
  static List<Token> of(String text, Predicate<String> isKeyword) {
    List<Token> words = Tokenizer.of(withoutQuotedLines(unescaped(text)));
    if (words.size() == 1 && words.get(0).quoted()) {
      words = withoutQuotes(words.get(0), isKeyword);
    }
    words = withoutThanks(withoutMarkers(words));
    return words.isEmpty() ? words : withPlainFirst(words, isKeyword);
  }

  /** Some clients escape plain texts as if they were XML. */
  private static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&apos;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
  }

  /** {@code “restore A to B”}, as somebody copies it who is told to write it. */
  private static List<Token> withoutQuotes(Token all, Predicate<String> isKeyword) {
    List<Token> words = withoutMarkers(Tokenizer.of(all.text()));
    return !words.isEmpty() && isKeyword.test(words.get(0).text()) ? words : List.of(all);
  }

  /** Clients that quote put a mark before each line; who only quotes means the quote. */
  private static String withoutQuotedLines(String text) {
    Predicate<String> quoted = line -> QUOTED_LINE.matcher(line).matches();
    boolean both =
        text.lines().anyMatch(quoted)
            && text.lines().anyMatch(line -> !line.isBlank() && !quoted.test(line));
    return both ? text.lines().filter(quoted.negate()).collect(Collectors.joining("\n")) : text;
  }

  /** Without what stands before the first item of a list; all of it when there is nothing else. */
  static List<Token> withoutMarkers(List<Token> words) {
    List<Token> after = words;
    while (!after.isEmpty() && isMarker(after.get(0))) {
      after = after.subList(1, after.size());
    }
    return after.isEmpty() ? words : after;
  }

  private static boolean isMarker(Token word) {
    return !word.quoted() && (isMark(word) || NUMBERING.matcher(word.text()).matches());
  }

  /** A word without letters and digits; a question mark asks for help. */
  private static boolean isMark(Token word) {
    return !word.quoted()
        && word.text().codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c == '?');
  }

  static boolean isOnlyMarks(List<Token> words) {
    return !words.isEmpty() && words.stream().allMatch(CommandExtractor::isMark);
  }

  /** Without the marks before and behind; those in between may be part of something. */
  static List<Token> withoutMarksAround(List<Token> words) {
    List<Token> after = withoutMarkers(words);
    int end = after.size();
    while (end > 1 && isMark(after.get(end - 1))) {
      end--;
    }
    return after.subList(0, end);
  }

  private static List<Token> withoutThanks(List<Token> words) {
    int end = words.size();
    while (end > 1 && isThanks(words, end - 1)) {
      end -= isYou(words.get(end - 1)) ? 2 : 1;
    }
    return end < 1 ? words : cleanEnd(words, end);
  }

  /** Marks behind the thanks go with them, and the mark before them ends the sentence. */
  private static List<Token> cleanEnd(List<Token> words, int end) {
    List<Token> before = new ArrayList<>(words.subList(0, end));
    Token last = before.get(end - 1);
    if (end < words.size() && !last.quoted()) {
      String bare = Tokenizer.withoutClosingMarks(last.text());
      before.set(end - 1, new Token(bare.isEmpty() ? last.text() : bare, false));
    }
    return List.copyOf(before);
  }

  private static boolean isThanks(List<Token> words, int at) {
    Token word = words.get(at);
    if (word.quoted()) {
      return false;
    }
    boolean thanksFollow = isMark(word) && at > 1 && isThanks(words, at - 1);
    return thanksFollow
        || THANKS.contains(lower(word))
        || isYou(word) && at > 1 && lower(words.get(at - 1)).equals("thank");
  }

  private static boolean isYou(Token word) {
    return lower(word).equals("you");
  }

  private static String lower(Token word) {
    return Tokenizer.withoutClosingMarks(word.text()).toLowerCase(Locale.ROOT);
  }

  /** {@code **status**}, {@code -status}, {@code 👉status}, {@code “status” R-1042}. */
  private static List<Token> withPlainFirst(List<Token> words, Predicate<String> isKeyword) {
    String first = words.get(0).text();
    String bare = first.replaceAll("^[^\\p{L}\\p{N}?/]+|[^\\p{L}\\p{N}?]+$", "");
    boolean hidden = words.get(0).quoted() || !bare.equals(first);
    if (!hidden || !isKeyword.test(bare)) {
      return words;
    }
    List<Token> plain = new ArrayList<>(words);
    plain.set(0, new Token(bare, false));
    int last = plain.size() - 1;
    if (last > 0 && !plain.get(last).quoted() && WRAPPED.matcher(first).find()) {
      plain.set(last, new Token(plain.get(last).text().replaceAll("[*_~`)\\]}]+$", ""), false));
    }
    return plain.stream().filter(word -> !word.text().isEmpty()).toList();
  }
}
