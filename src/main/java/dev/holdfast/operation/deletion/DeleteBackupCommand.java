package dev.holdfast.operation.deletion;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.card.Card;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.TicketWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** {@code delete backup Before go-live of Contoso Dev}: opens the form with the backup chosen. */
@Component
class DeleteBackupCommand implements ChatCommand<DeleteBackupCommand.Arguments> {

  static final String NAME = "delete-backup";

  private final DeleteBackupForm form;
  private final EnvironmentResolver environments;

  DeleteBackupCommand(DeleteBackupForm form, EnvironmentResolver environments) {
    this.form = form;
    this.environments = environments;
  }

  /**
   * Where the label ends and the name begins only the catalog can tell.
   *
   * @param words what followed the command
   * @param ticket the change ticket
   */
  record Arguments(List<Token> words, Optional<String> ticket) {

    private static final Set<String> OF = Set.of("of", "from", "for", "on", "in");

    Arguments {
      words = List.copyOf(words);
    }

    /**
     * Splits the words at a word such as {@code of}: the longest end that names an environment is
     * its name. Without such an end, the last one; without such a word, all of it is a name.
     *
     * @param find looks up a name
     */
    Split split(Function<String, NameLookup> find) {
      List<Split> possible =
          IntStream.range(0, words.size() - 1)
              .filter(place -> isOf(words.get(place)))
              .mapToObj(place -> at(place, find))
              .toList();
      return possible.stream()
          .filter(split -> split.environment() instanceof NameLookup.One)
          .findFirst()
          .orElseGet(
              () ->
                  possible.isEmpty()
                      ? new Split("", text(words), find.apply(text(words)))
                      : possible.get(possible.size() - 1));
    }

    private static boolean isOf(Token word) {
      return !word.quoted() && OF.contains(word.text().toLowerCase(Locale.ROOT));
    }

    private Split at(int place, Function<String, NameLookup> find) {
      String name = text(words.subList(place + 1, words.size()));
      return new Split(text(words.subList(0, place)), name, find.apply(name));
    }

    private static String text(List<Token> words) {
      return String.join(" ", words.stream().map(Token::text).toList());
    }
  }

  /**
   * The words, split.
   *
   * @param backup a label or an ID; may be empty
   * @param name of the environment, as it was typed
   */
  record Split(String backup, String name, NameLookup environment) {}

  @Override
  public CommandName name() {
    return CommandName.of(NAME, "remove-backup", "delete backup", "remove backup");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return words.isEmpty()
        ? ParseResult.missing(
            name(), "command.missing.backup", "delete backup Before go-live of Contoso Dev")
        : ParseResult.of(arguments(TicketWords.of(words)));
  }

  private static Arguments arguments(TicketWords said) {
    return new Arguments(said.rest().tokens(), said.ticket());
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(filledIn(arguments, said.who()));
  }

  private Card filledIn(Arguments arguments, ChatUser who) {
    Split split = arguments.split(text -> environments.find(text, who));
    String ticket = arguments.ticket().orElse("");
    return environments.with(
        split.name(),
        split.environment(),
        who,
        found ->
            form.named(
                DeleteBackupInput.of(Map.of("environment", found.id(), TicketForm.ID, ticket)),
                split.backup(),
                who),
        DeleteBackupFormAction.VERB,
        found ->
            Map.of(
                "environment",
                found.id(),
                DeleteBackupFormAction.NAMED,
                split.backup(),
                TicketForm.ID,
                ticket));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            21,
            "help.deleteBackup.title",
            "help.deleteBackup.purpose",
            "delete backup Before go-live of Contoso Dev"));
  }
}
