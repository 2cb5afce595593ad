package dev.holdfast.bot.command;

import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds the command in what a person typed. Names are taken whatever their case, with a slash
 * before and a mark after them; words of politeness and of listing around them are skipped.
 */
@Component
public class CommandParser {

  private static final Set<String> POLITE =
      Set.of("please", "pls", "kindly", "holdfast", "@holdfast", "ok", "okay", "so", "and");
  private static final Set<String> ASKING = Set.of("can", "could", "will", "would");
  private static final Set<String> YOU = Set.of("you");
  private static final Set<String> FOR_ME = Set.of("me", "us");
  private static final Set<String> GOOD = Set.of("good");
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
  private static final Set<String> MAKING =
      Set.of("create", "make", "take", "new", "do", "run", "a", "an", "the", "manual");

  private final CommandRegistry commands;

  public CommandParser(CommandRegistry commands) {
    this.commands = commands;
  }

  /** The command in a text whose mention of the bot was already taken out. Never throws. */
  public ParsedCommand parse(String text) {
    CommandWords words = new CommandWords(CommandExtractor.of(text, this::isName));
    while (words.startsWith(POLITE)) {
      words = words.rest().withoutMarkers();
    }
    return words.isEmpty() ? greeting() : parse(text.strip(), words);
  }

  private ParsedCommand parse(String text, CommandWords said) {
    CommandWords words = CommandVocabulary.english(said);
    Optional<ChatCommand<?>> named = named(words);
    if (named.isPresent()) {
      return command(text, named.get(), words.rest());
    }
    Optional<ChatCommand<?>> apart = namedInTwoWords(words);
    if (apart.isPresent()) {
      return command(text, apart.get(), words.rest().rest());
    }
    if (words.startsWith(GOOD)) {
      return greeting(text, words.rest());
    }
    if (words.startsWith(ASKING) && words.rest().startsWith(YOU)) {
      return afterAsking(text, words);
    }
    return commands.commands().stream()
        .flatMap(command -> unnamed(command, words).stream())
        .findFirst()
        .or(() -> listing(text, words))
        .orElseGet(() -> unknown(text, words));
  }

  private boolean isName(String word) {
    return commands.find(word).isPresent() || CommandVocabulary.isName(word);
  }

  private Optional<ChatCommand<?>> named(CommandWords words) {
    Token first = words.first();
    return first.quoted() ? Optional.empty() : commands.find(first.text());
  }

  private Optional<ChatCommand<?>> namedInTwoWords(CommandWords words) {
    return words
        .keyword()
        .flatMap(first -> words.rest().keyword().flatMap(second -> commands.find(first, second)));
  }

  /** What follows {@code could you}; all of it when that is no command. */
  private ParsedCommand afterAsking(String text, CommandWords words) {
    CommandWords after = words.rest().rest();
    while (after.startsWith(POLITE)) {
      after = after.rest();
    }
    return after.isEmpty() ? unknown(text, words) : parse(text, after);
  }

  private static <A> Optional<ParsedCommand> unnamed(ChatCommand<A> command, CommandWords words) {
    return command
        .parseUnnamed(words)
        .map(arguments -> new ParsedCommand.Invocation<>(command, arguments));
  }

  /** {@code list backups of X}, {@code show X}, {@code take a backup of X}, {@code list}. */
  private Optional<ParsedCommand> listing(String text, CommandWords words) {
    Optional<ChatCommand<?>> listed = listed(words);
    if (listed.isEmpty() && !words.startsWith(MAKING)) {
      return Optional.empty();
    }
    CommandWords after = words;
    while (listed(after).isPresent() || after.startsWith(MAKING) || after.startsWith(FOR_ME)) {
      after = after.rest();
    }
    if (!after.isEmpty() && named(after).isPresent()) {
      return Optional.of(parse(text, after));
    }
    CommandWords arguments = after;
    return listed.map(command -> parsedListing(command, arguments));
  }

  private Optional<ChatCommand<?>> listed(CommandWords words) {
    return words.keyword().flatMap(commands::findByListingWord);
  }

  private ParsedCommand command(String text, ChatCommand<?> command, CommandWords all) {
    CommandWords words = CommandExtractor.isOnlyMarks(all.tokens()) ? CommandWords.NONE : all;
    return command.isGreeting() ? greeting(text, words) : parsed(command, words);
  }

  private static <A> ParsedCommand parsed(ChatCommand<A> command, CommandWords words) {
    return parsed(command, command.parse(words));
  }

  private static <A> ParsedCommand parsedListing(ChatCommand<A> command, CommandWords words) {
    return parsed(command, command.parseListing(words));
  }

  private static <A> ParsedCommand parsed(ChatCommand<A> command, ParseResult<A> result) {
    if (result instanceof ParseResult.Complete<A> complete) {
      return new ParsedCommand.Invocation<>(command, complete.arguments());
    }
    return new ParsedCommand.Incomplete(command, ((ParseResult.Incomplete<A>) result).hint());
  }

  private ParsedCommand greeting() {
    return parsed(commands.greeting(), CommandWords.NONE);
  }

  /** {@code hi} is a greeting, {@code hi, restore A to B} a restore. */
  private ParsedCommand greeting(String text, CommandWords words) {
    CommandWords after = words.withoutMarkers();
    while (after.startsWith(POLITE) || after.startsWith(GREETED)) {
      after = after.rest().withoutMarkers();
    }
    if (after.isEmpty() || CommandExtractor.isOnlyMarks(after.tokens())) {
      return greeting();
    }
    ParsedCommand command = parse(text, after);
    return command instanceof ParsedCommand.Unknown ? greeting() : command;
  }

  /** A command later in the sentence says more of what is wanted than a likeness of its start. */
  private ParsedCommand unknown(String text, CommandWords words) {
    Optional<ChatCommand<?>> nearest =
        words.tokens().stream()
            .filter(word -> !word.quoted() && word.text().length() > 3)
            .flatMap(word -> later(word.text()).stream())
            .findFirst();
    return new ParsedCommand.Unknown(
        text,
        nearest
            .or(() -> commands.nearest(words.first().text()))
            .or(() -> CommandVocabulary.nearest(words.first().text()).flatMap(commands::find))
            .map(command -> command.name().name()));
  }

  private Optional<ChatCommand<?>> later(String word) {
    return commands.find(word).or(() -> CommandVocabulary.find(word).flatMap(commands::find));
  }
}
