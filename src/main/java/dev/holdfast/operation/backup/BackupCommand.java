package dev.holdfast.operation.backup;

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
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.TicketWords;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.repeat.RepeatWords;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code backup}: opens the form for a manual backup with whatever was said filled in. */
@Component
public class BackupCommand implements ChatCommand<BackupCommand.Arguments> {

  private final BackupForm form;
  private final SeveralBackups several;
  private final EnvironmentResolver environments;

  BackupCommand(BackupForm form, SeveralBackups several, EnvironmentResolver environments) {
    this.form = form;
    this.several = several;
    this.environments = environments;
  }

  /**
   * Where the name ends and the label begins only the catalog can tell.
   *
   * @param words what followed the command, quoted words together as one; empty for the bare form
   * @param start words for the time of the start
   * @param ticket the change ticket
   * @param repeat words for how often; empty for once
   */
  public record Arguments(
      List<String> words, Optional<String> start, Optional<String> ticket, String repeat) {

    /** {@code backup Contoso UAT as before go-live}: the label is {@code before go-live}. */
    private static final Pattern LABEL_FILLERS =
        Pattern.compile("^(?i:(?:with )?(?:the )?label(?:led|ed)?|as|called|named|[-–—:])(?: |$)");

    public Arguments {
      words = List.copyOf(words);
    }

    /** Of what is done once, without a change ticket. */
    public Arguments(List<String> words, Optional<String> start) {
      this(words, start, Optional.empty(), "");
    }

    /**
     * Splits the words into an environment and a label: the longest beginning that names exactly
     * one environment is its name. Where none does, the longest that could name several, or else
     * all words.
     *
     * @param find looks up a name, as {@code EnvironmentCatalog.find} does
     */
    public Split split(Function<String, NameLookup> find) {
      Optional<Split> ambiguous = Optional.empty();
      for (int length = words.size(); length > 0; length--) {
        NameLookup lookup = find.apply(String.join(" ", words.subList(0, length)));
        String label = label(words.subList(length, words.size()));
        if (lookup instanceof NameLookup.One) {
          return new Split(lookup, label);
        }
        if (lookup instanceof NameLookup.Several && ambiguous.isEmpty()) {
          ambiguous = Optional.of(new Split(lookup, label));
        }
      }
      return ambiguous.orElseGet(() -> new Split(find.apply(String.join(" ", words)), ""));
    }

    /** The label that words make which follow what is backed up. */
    public static String label(List<String> words) {
      return LABEL_FILLERS.matcher(String.join(" ", words)).replaceFirst("");
    }
  }

  /**
   * The words of a backup, split.
   *
   * @param label may be empty
   */
  public record Split(NameLookup environment, String label) {

    public Optional<EnvironmentProfile> subject() {
      return environment instanceof NameLookup.One one
          ? Optional.of(one.subject())
          : Optional.empty();
    }
  }

  @Override
  public CommandName name() {
    return CommandName.of("backup", "back-up", "bkp", "snapshot", "back up");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    TicketWords named = TicketWords.of(words.withoutPreposition());
    RepeatWords often = RepeatWords.of(named.rest());
    StartWords planned = StartWords.of(often.rest());
    return ParseResult.of(
        new Arguments(
            planned.rest().tokens().stream().map(Token::text).toList(),
            planned.start(),
            named.ticket(),
            often.repeat()));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(
        arguments.words().isEmpty()
            ? form.form(known(arguments), said.who())
            : several
                .form(arguments.words(), known(arguments), said.who())
                .orElseGet(() -> filledIn(arguments, said.who())));
  }

  private Card filledIn(Arguments arguments, ChatUser who) {
    Split split = arguments.split(text -> environments.find(text, who));
    Map<String, String> known = known(arguments);
    known.put("label", split.label());
    return environments.with(
        String.join(" ", arguments.words()),
        split.environment(),
        who,
        subject -> form.form(with(known, "source", subject), who),
        BackupFormAction.VERB,
        subject -> with(known, "environment", subject));
  }

  private static Map<String, String> known(Arguments arguments) {
    Map<String, String> known = new HashMap<>();
    known.put(StartForm.ID, arguments.start().orElse(""));
    arguments.ticket().ifPresent(ticket -> known.put(TicketForm.ID, ticket));
    if (!arguments.repeat().isEmpty()) {
      known.put(RepeatForm.ID, arguments.repeat());
    }
    return known;
  }

  private static Map<String, String> with(
      Map<String, String> known, String field, EnvironmentProfile subject) {
    Map<String, String> all = new HashMap<>(known);
    all.put(field, subject.id());
    return all;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            20, "help.backup.title", "help.backup.purpose", "backup Contoso UAT before go-live"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}
