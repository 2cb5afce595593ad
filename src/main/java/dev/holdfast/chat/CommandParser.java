package dev.holdfast.chat;

import dev.holdfast.chat.Command;
import dev.holdfast.chat.CommandExtractor;
import dev.holdfast.chat.HistoryArgumentsParser;
import dev.holdfast.chat.RestoreArgumentsParser;
import dev.holdfast.chat.Tokenizer;
import dev.holdfast.chat.Verb;
import dev.holdfast.chat.WhyArgumentsParser;

import dev.holdfast.chat.Tokenizer.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a person typed into a {@link Command}. Keywords are taken whatever their case, with a
 * slash before and a mark after them; words of politeness and of listing around them are skipped.
 */
final class CommandParser {

  private static final Pattern REQUEST =
      Pattern.compile("(?i:r)?[-‐‑‒–—# ]*0*(?<number>[0-9]{1,12})");
  private static final Pattern MARKS_AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}#]+|[^\\p{L}\\p{N}]+$");
  private static final Set<String> POLITE =
      Set.of("please", "pls", "kindly", "holdfast", "@holdfast", "ok", "okay", "so", "and");
  private static final Set<String> ASKING = Set.of("can", "could", "will", "would");
  private static final Set<String> FOR_ME = Set.of("me", "us");
  private static final Set<String> GREETED =
      Set.of(
          "there",
          "team",
          "all",
          "everyone",
          "everybody",
          "folks",
          "again",
          "bot",
          "morning",
          "afternoon",
          "evening",
          "day",
          "dear");
  private static final Set<String> LISTING =
      Set.of("list", "ls", "show", "get", "display", "my", "all");
  private static final Set<String> MAKING =
      Set.of("create", "make", "take", "new", "do", "run", "a", "an", "the", "manual");
  private static final Set<String> OF = Set.of("of", "for", "from", "to", "in", "on", "about");
  private static final String EXAMPLE = "R-1042";

  /** The command in a text whose mention of the bot was already taken out. Never throws. */
  Command parse(String text) {
    List<Token> words = CommandExtractor.of(text);
    while (!words.isEmpty() && is(words.get(0), POLITE)) {
      words = CommandExtractor.withoutMarkers(rest(words));
    }
    return words.isEmpty() ? new Command.Greeting() : parse(text.strip(), words);
  }

  private Command parse(String text, List<Token> words) {
    Token first = words.get(0);
    Optional<Verb> verb = first.quoted() ? Optional.empty() : Verb.of(first.text());
    if (verb.isPresent()) {
      return command(text, verb.get(), rest(words));
    }
    if (is(first, Set.of("back")) && words.size() > 1 && is(words.get(1), Set.of("up"))) {
      return command(text, Verb.BACKUP, rest(rest(words)));
    }
    if (is(first, Set.of("good"))) {
      return greeting(text, rest(words));
    }
    if (words.size() > 1 && is(first, ASKING) && is(words.get(1), Set.of("you"))) {
      return parse(text, rest(rest(words)), words);
    }
    Optional<String> request = requestId(words);
    if (request.isPresent()) {
      return new Command.Status(request);
    }
    return around(text, words).orElseGet(() -> unknown(text, words));
  }

  /** What follows words of politeness; all of it when that is no command. */
  private Command parse(String text, List<Token> words, List<Token> all) {
    List<Token> after = words;
    while (!after.isEmpty() && is(after.get(0), POLITE)) {
      after = rest(after);
    }
    return after.isEmpty() ? unknown(text, all) : parse(text, after);
  }

  /** {@code list backups of X}, {@code show X}, {@code take a backup of X}, {@code list}. */
  private Optional<Command> around(String text, List<Token> words) {
    boolean listing = is(words.get(0), LISTING);
    if (!listing && !is(words.get(0), MAKING)) {
      return Optional.empty();
    }
    List<Token> after = words;
    while (!after.isEmpty()
        && (is(after.get(0), LISTING) || is(after.get(0), MAKING) || is(after.get(0), FOR_ME))) {
      after = rest(after);
    }
    if (after.isEmpty()) {
      return listing ? Optional.of(new Command.Environments(Optional.empty())) : Optional.empty();
    }
    if (!after.get(0).quoted() && Verb.of(after.get(0).text()).isPresent()) {
      return Optional.of(parse(text, after));
    }
    if (!listing) {
      return Optional.empty();
    }
    return Optional.of(
        is(words.get(0), Set.of("list", "ls"))
            ? new Command.Environments(Optional.of(text(after)))
            : new Command.ShowEnvironment(text(after)));
  }

  private Command command(String text, Verb verb, List<Token> all) {
    List<Token> words = CommandExtractor.isOnlyMarks(all) ? List.of() : all;
    return switch (verb) {
      case GREETING -> greeting(text, words);
      case HELP -> new Command.Help();
      case ENVIRONMENTS -> new Command.Environments(name(withoutAll(words)));
      case ENVIRONMENT ->
          name(words)
              .<Command>map(Command.ShowEnvironment::new)
              .orElseGet(() -> new Command.Environments(Optional.empty()));
      case BACKUPS ->
          name(words)
              .<Command>map(Command.Backups::new)
              .orElseGet(() -> missing(verb, "an environment", "backups Contoso UAT"));
      case BACKUP -> new Command.Backup(withoutOf(words).stream().map(Token::text).toList());
      case RESTORE -> RestoreArgumentsParser.of(words);
      case WHY -> WhyArgumentsParser.of(words);
      case STATUS -> status(words);
      case APPROVALS -> new Command.Approvals();
      case HISTORY -> HistoryArgumentsParser.of(words);
      case CANCEL ->
          requestId(words)
              .<Command>map(Command.Cancel::new)
              .orElseGet(() -> missing(verb, "the number of a request", "cancel " + EXAMPLE));
      case UNDO ->
          requestId(words)
              .<Command>map(Command.Undo::new)
              .orElseGet(() -> missing(verb, "the number of a request", "undo " + EXAMPLE));
      case SUBSCRIBE -> new Command.Subscribe(name(withoutAll(words)));
      case UNSUBSCRIBE -> new Command.Unsubscribe(name(withoutAll(words)));
      case DOCTOR -> new Command.Doctor();
    };
  }

  /** {@code hi} is a greeting, {@code hi, restore A to B} a restore. */
  private Command greeting(String text, List<Token> words) {
    List<Token> after = CommandExtractor.withoutMarkers(words);
    while (!after.isEmpty() && (is(after.get(0), POLITE) || is(after.get(0), GREETED))) {
      after = CommandExtractor.withoutMarkers(rest(after));
    }
    if (after.isEmpty() || CommandExtractor.isOnlyMarks(after)) {
      return new Command.Greeting();
    }
    Command command = parse(text, after);
    return command instanceof Command.Unknown ? new Command.Greeting() : command;
  }

  private static Command status(List<Token> words) {
    Optional<String> request = requestId(words);
    return request.isPresent() || words.isEmpty()
        ? new Command.Status(request)
        : new Command.Incomplete(
            Verb.STATUS.word(),
            "%s is no number of a request. Write status, status %s, or history %s."
                .formatted(text(words), EXAMPLE, text(words)));
  }

  private static Command missing(Verb verb, String what, String example) {
    return new Command.Incomplete(
        verb.word(), "%s needs %s, as in %s.".formatted(verb.word(), what, example));
  }

  /** A command later in the sentence says more of what is wanted than a likeness of its start. */
  private static Command unknown(String text, List<Token> words) {
    Optional<Verb> nearest =
        words.stream()
            .filter(word -> !word.quoted() && word.text().length() > 3)
            .flatMap(word -> Verb.of(word.text()).stream())
            .findFirst()
            .or(() -> Verb.nearest(words.get(0).text()));
    return new Command.Unknown(text, nearest.map(Verb::word));
  }

  private static Optional<String> requestId(List<Token> words) {
    String text = text(withoutOf(CommandExtractor.withoutMarksAround(words)));
    Matcher request = REQUEST.matcher(MARKS_AROUND.matcher(text).replaceAll(""));
    return request.matches() ? Optional.of("R-" + request.group("number")) : Optional.empty();
  }

  private static Optional<String> name(List<Token> words) {
    return Optional.of(text(withoutOf(words))).filter(name -> !name.isEmpty());
  }

  private static List<Token> withoutOf(List<Token> words) {
    return words.size() > 1 && is(words.get(0), OF) ? rest(words) : words;
  }

  /** {@code environments all} is the whole list. */
  private static List<Token> withoutAll(List<Token> words) {
    return words.size() == 1 && is(words.get(0), Set.of("all", "everything")) ? List.of() : words;
  }

  private static boolean is(Token word, Set<String> words) {
    return !word.quoted()
        && words.contains(Tokenizer.withoutClosingMarks(word.text()).toLowerCase(Locale.ROOT));
  }

  private static List<Token> rest(List<Token> words) {
    return words.subList(1, words.size());
  }

  private static String text(List<Token> words) {
    return String.join(" ", words.stream().map(Token::text).toList());
  }
}
