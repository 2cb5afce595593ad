package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.operation.TicketWords;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code admin mode} or {@code background operations}: an environment, and what is
 * wanted, as far as that was said.
 *
 * @param environment as it was typed; empty for none
 * @param on whether what the command names is to be on
 * @param background whether background operations are to run, where it was said beside the mode
 * @param ticket the change ticket
 */
record AdminModeWords(
    String environment,
    Optional<Boolean> on,
    Optional<Boolean> background,
    Optional<String> ticket) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String SUBJECT =
      "(?<subject>(?:the )?(?:admin(?:istration)?[ -]?mode|background(?:[ -](?:operations|ops|jobs))?))";

  private static final Pattern BACKGROUND =
      Pattern.compile(
          "[, ]*\\b(?:and )?(?<word>with|without|keep|keeping|no)"
              + " (?:the )?background(?: (?:operations|ops|jobs))?\\b",
          FLAGS);

  private static final Pattern FIRST =
      Pattern.compile("^(?<state>on|off|enabled?|disabled?)(?:$| +)", FLAGS);

  private static final Pattern LAST =
      Pattern.compile("(?:^| +)(?<state>on|off|enabled|disabled)$", FLAGS);

  private static final Pattern PREPOSITION =
      Pattern.compile("^(?:for|on|of|at|in|to) +(?=\\S)", FLAGS);

  /** {@code turn off admin mode for X}, {@code turn admin mode off on X}, {@code disable …}. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "^(?:(?:turn|switch|set) (?<before>on|off) "
              + SUBJECT
              + "|(?:turn|switch|set) "
              + SUBJECT.replace("<subject>", "<subjectb>")
              + " (?:to )?(?<after>on|off)"
              + "|(?<verb>enable|disable) "
              + SUBJECT.replace("<subject>", "<subjectc>")
              + ")\\b(?<rest>.*)$",
          FLAGS);

  /** {@code put X into admin mode}, {@code take X out of admin mode}. */
  private static final Pattern MOVE =
      Pattern.compile(
          "^(?<verb>put|bring|set|take|get) (?<rest>.+?) (?<where>in|into|out of)"
              + " (?:the )?admin(?:istration)?[ -]?mode(?<more>\\b.*)$",
          FLAGS);

  /** Without a change ticket. */
  AdminModeWords(String environment, Optional<Boolean> on, Optional<Boolean> background) {
    this(environment, on, background, Optional.empty());
  }

  /** What follows the name of a command. */
  static AdminModeWords of(CommandWords words) {
    TicketWords said = TicketWords.of(words);
    return of(said.rest().text()).with(said.ticket());
  }

  /** The same without a change ticket. */
  static AdminModeWords of(String text) {
    Matcher background = BACKGROUND.matcher(text);
    Optional<Boolean> runs = Optional.empty();
    String rest = text.strip();
    if (background.find()) {
      String word = background.group("word").toLowerCase(Locale.ROOT);
      runs = Optional.of(!word.equals("without") && !word.equals("no"));
      rest = background.replaceFirst("").strip();
    }
    Matcher state = FIRST.matcher(rest);
    if (!state.find()) {
      state = LAST.matcher(rest);
    }
    if (!state.reset().find()) {
      return new AdminModeWords(environment(rest), Optional.empty(), runs);
    }
    boolean on = isOn(state.group("state"));
    return new AdminModeWords(environment(state.replaceFirst("")), Optional.of(on), runs);
  }

  /**
   * A sentence that names no command.
   *
   * @param aboutBackground whether it has to be about background operations, or about the mode
   */
  static Optional<AdminModeWords> ofSentence(CommandWords words, boolean aboutBackground) {
    TicketWords said = TicketWords.of(words);
    return ofSentence(said.rest().text(), aboutBackground).map(wish -> wish.with(said.ticket()));
  }

  /** The same without a change ticket. */
  static Optional<AdminModeWords> ofSentence(String text, boolean aboutBackground) {
    Matcher sentence = SENTENCE.matcher(text);
    if (sentence.find()) {
      String subject = first(sentence, "subject", "subjectb", "subjectc");
      String state = first(sentence, "before", "after", "verb");
      return subject.contains("background") == aboutBackground
          ? Optional.of(of(sentence.group("rest")).being(isOn(state)))
          : Optional.empty();
    }
    Matcher move = MOVE.matcher(text);
    return !aboutBackground && move.find()
        ? Optional.of(
            of(move.group("rest") + " " + move.group("more"))
                .being(!move.group("where").toLowerCase(Locale.ROOT).startsWith("out")))
        : Optional.empty();
  }

  private AdminModeWords being(boolean wanted) {
    return new AdminModeWords(environment, Optional.of(wanted), background);
  }

  private AdminModeWords with(Optional<String> named) {
    return new AdminModeWords(environment, on, background, named);
  }

  /** What the words of {@code admin mode} want; empty where they don't say. */
  Optional<AdministrationMode> mode() {
    return on.map(
        wanted ->
            !wanted
                ? AdministrationMode.OFF
                : background.orElse(false)
                    ? AdministrationMode.ON
                    : AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS);
  }

  /**
   * What the words of {@code background operations} want; empty where they don't say.
   *
   * @param inMode whether the environment is in administration mode, which is kept
   */
  Optional<AdministrationMode> modeForBackground(boolean inMode) {
    return on.map(
        wanted ->
            !wanted
                ? AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS
                : inMode ? AdministrationMode.ON : AdministrationMode.OFF);
  }

  private static String environment(String text) {
    return PREPOSITION.matcher(text.strip()).replaceFirst("").strip();
  }

  private static boolean isOn(String word) {
    String state = word.toLowerCase(Locale.ROOT);
    return state.equals("on") || state.startsWith("enable");
  }

  private static String first(Matcher matcher, String... groups) {
    for (String group : groups) {
      String found = matcher.group(group);
      if (found != null) {
        return found.toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
