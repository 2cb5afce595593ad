package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyType;
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
import dev.holdfast.environment.NameLookup;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.TicketWords;
import dev.holdfast.operation.repeat.RepeatForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code copy}: opens the form with whatever was said filled in. */
@Component
class CopyCommand implements ChatCommand<CopyCommand.Arguments> {

  private final EnvironmentResolver naming;
  private final CopyForm forms;
  private final CopyRules rules;

  CopyCommand(EnvironmentResolver naming, CopyForm forms, CopyRules rules) {
    this.naming = naming;
    this.forms = forms;
    this.rules = rules;
  }

  /**
   * A copy, as far as it was said.
   *
   * @param type words for the type alone; it may also stand beside a name
   */
  record Arguments(CopyWords source, CopyWords target, CopyWords type, Times times) {

    Arguments with(Optional<String> ticket) {
      return new Arguments(source, target, type, new Times(times.start(), times.repeat(), ticket));
    }
  }

  /**
   * When and how often, and with which ticket, as it was said.
   *
   * @param start words for the time of the start
   * @param repeat words for how often; empty for once
   * @param ticket the change ticket
   */
  record Times(Optional<String> start, String repeat, Optional<String> ticket) {

    /** Without a change ticket. */
    Times(Optional<String> start, String repeat) {
      this(start, repeat, Optional.empty());
    }
  }

  @Override
  public CommandName name() {
    return CommandName.of(CopySpec.KIND);
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    TicketWords said = TicketWords.of(words);
    return CopyArgumentsParser.of(said.rest()).map(wish -> wish.with(said.ticket()));
  }

  @Override
  public Reply handle(Arguments wish, IncomingMessage message) {
    ChatUser who = message.who();
    Function<String, NameLookup> find = text -> naming.find(text, who);
    CopyWords source = wish.source().split(find);
    CopyWords target = wish.target().split(find);
    Map<String, String> said = new HashMap<>();
    wish.times().ticket().ifPresent(ticket -> said.put(TicketForm.ID, ticket));
    wish.times().start().ifPresent(words -> said.putAll(forms.start(words, who)));
    said.put(RepeatForm.ID, wish.times().repeat());
    type(wish.type().split(find), source, target)
        .ifPresent(type -> said.put("type", CopyFormInput.word(type)));
    return Reply.of(withSource(source, target, said, who));
  }

  /** Empty also where they say both. */
  private static Optional<CopyType> type(CopyWords... words) {
    List<CopyType> said =
        Stream.of(words).map(CopyWords::type).flatMap(Optional::stream).distinct().toList();
    return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
  }

  private Card withSource(
      CopyWords source, CopyWords target, Map<String, String> said, ChatUser who) {
    return source.isEmpty()
        ? withTarget(Optional.empty(), target, said, who)
        : naming.with(
            source.text(),
            who,
            from -> withTarget(Optional.of(from), target, with(said, "source", from.id()), who),
            CopyFormAction.VERB,
            from -> with(said, "source", from.id()));
  }

  private Card withTarget(
      Optional<EnvironmentProfile> source,
      CopyWords target,
      Map<String, String> said,
      ChatUser who) {
    if (target.isEmpty()) {
      return forms.form(CopyFormInput.of(said), who, Optional.empty());
    }
    return naming.with(
        target.text(),
        who,
        onto -> {
          Optional<Banner> objection = source.flatMap(from -> objection(from, onto));
          Map<String, String> all = objection.isPresent() ? said : with(said, "target", onto.id());
          return forms.form(CopyFormInput.of(all), who, objection);
        },
        CopyFormAction.VERB,
        onto -> with(said, "target", onto.id()));
  }

  private Optional<Banner> objection(EnvironmentProfile source, EnvironmentProfile target) {
    return rules.pair(source, target).stream()
        .filter(check -> check.severity() == Severity.RED)
        .findFirst()
        .map(Finding::sentence)
        .map(sentence -> new Banner(Tone.BAD, sentence));
  }

  private static Map<String, String> with(Map<String, String> data, String key, String value) {
    Map<String, String> more = new HashMap<>(data);
    more.put(key, value);
    return more;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            15, "help.copy.title", "help.copy.purpose", "copy Contoso UAT to Contoso Dev minimal"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}
