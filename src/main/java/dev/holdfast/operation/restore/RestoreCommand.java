package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.TicketWords;
import dev.holdfast.operation.start.StartInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code restore}: opens the form with whatever was said filled in. Before {@code history}, which a
 * typo can be as near to.
 */
@Component
@Order(1)
public class RestoreCommand implements ChatCommand<RestoreCommand.Arguments> {

  private final EnvironmentResolver naming;
  private final RestoreForm forms;
  private final FormLook look;

  RestoreCommand(EnvironmentResolver naming, RestoreForm forms, FormLook look) {
    this.naming = naming;
    this.forms = forms;
    this.look = look;
  }

  /**
   * A restore, as far as it was said.
   *
   * @param when words for the restore point
   * @param start words for the time of the start
   * @param ticket the change ticket
   */
  public record Arguments(
      Optional<String> source,
      Optional<String> target,
      Optional<String> when,
      Optional<String> start,
      Optional<String> ticket) {

    /** Without a change ticket. */
    public Arguments(
        Optional<String> source,
        Optional<String> target,
        Optional<String> when,
        Optional<String> start) {
      this(source, target, when, start, Optional.empty());
    }

    private Arguments with(Optional<String> named) {
      return new Arguments(source, target, when, start, named);
    }
  }

  @Override
  public CommandName name() {
    return CommandName.of("restore");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    TicketWords said = TicketWords.of(words);
    return RestoreArgumentsParser.of(said.rest()).map(wish -> wish.with(said.ticket()));
  }

  @Override
  public Reply handle(Arguments wish, IncomingMessage message) {
    ChatUser who = message.who();
    Map<String, String> said = new HashMap<>();
    wish.ticket().ifPresent(ticket -> said.put(TicketForm.ID, ticket));
    wish.start()
        .ifPresent(words -> said.putAll(look.starts().data(new StartInput(words, "", ""), who)));
    Optional<Banner> banner = wish.when().flatMap(words -> readPoint(words, said, who));
    return Reply.of(withSource(wish, said, banner, who));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            10,
            "help.restore.title",
            "help.restore.purpose",
            "restore Contoso UAT to Contoso Dev at yesterday 18:00"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }

  private Card withSource(
      Arguments wish, Map<String, String> said, Optional<Banner> banner, ChatUser who) {
    if (wish.source().isEmpty()) {
      return withTarget(wish, Optional.empty(), said, banner, who);
    }
    return naming.with(
        wish.source().get(),
        who,
        source -> withTarget(wish, Optional.of(source), said, banner, who),
        RestoreFormAction.VERB,
        source -> with(said, "source", source.id()));
  }

  private Card withTarget(
      Arguments wish,
      Optional<EnvironmentProfile> source,
      Map<String, String> said,
      Optional<Banner> banner,
      ChatUser who) {
    Map<String, String> known = source.map(from -> with(said, "source", from.id())).orElse(said);
    if (wish.target().isEmpty()) {
      return forms.form(RestoreFormInput.of(known), who, banner);
    }
    return naming.with(
        wish.target().get(),
        who,
        target -> {
          Optional<Banner> objection = source.flatMap(from -> objection(from, target, who));
          Map<String, String> all =
              objection.isPresent() ? known : with(known, "target", target.id());
          return forms.form(RestoreFormInput.of(all), who, objection.or(() -> banner));
        },
        RestoreFormAction.VERB,
        target -> with(known, "target", target.id()));
  }

  /** Fills in date, time and zone; a banner where the words need a word back. */
  private Optional<Banner> readPoint(String words, Map<String, String> said, ChatUser who) {
    said.put("pointKind", RestoreFormInput.INSTANT);
    RestoreMoment read = RestoreMoment.of(words, who, look.clock().instant());
    said.putAll(read.inputs());
    return read.note().map(note -> new Banner(Tone.ATTENTION, note));
  }

  private Optional<Banner> objection(
      EnvironmentProfile source, EnvironmentProfile target, ChatUser who) {
    return look.rules().pair(source, target).stream()
        .filter(check -> check.severity() == Severity.RED)
        .findFirst()
        .map(check -> new Banner(Tone.BAD, who.texts().of(check.message())));
  }

  private static Map<String, String> with(Map<String, String> data, String key, String value) {
    Map<String, String> more = new HashMap<>(data);
    more.put(key, value);
    return more;
  }
}
