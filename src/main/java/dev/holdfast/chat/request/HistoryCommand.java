package dev.holdfast.chat.request;

import dev.holdfast.audit.RequestSearchCriteria;
import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.bot.time.EnteredZones;
import dev.holdfast.card.Card;
import dev.holdfast.request.RequestState;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code history}: what has been. Before {@code doctor}, which a typo can be as near to. */
@Component
@Order(2)
public class HistoryCommand implements ChatCommand<HistoryCommand.Arguments> {

  private final HistoryPages pages;
  private final EnvironmentResolver environments;
  private final HelpCard help;
  private final EnteredZones zones;
  private final Clock clock;

  HistoryCommand(
      HistoryPages pages,
      EnvironmentResolver environments,
      HelpCard help,
      EnteredZones zones,
      Clock clock) {
    this.pages = pages;
    this.environments = environments;
    this.help = help;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * What has been.
   *
   * @param person the beginning of a name, or {@code me}
   * @param since words for a time
   * @param until words for a time
   */
  public record Arguments(
      Optional<String> environment,
      Optional<String> person,
      Optional<RequestState> state,
      Optional<String> since,
      Optional<String> until) {}

  @Override
  public CommandName name() {
    return CommandName.of("history", "log", "audit");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return HistoryArgumentsParser.of(words);
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(answer(HistoryPeople.in(arguments, said), said.who()));
  }

  private Card answer(HistoryPeople.Asked question, ChatUser who) {
    Arguments asked = question.history();
    HistorySpan span = HistorySpan.of(asked, who, clock.instant());
    zones.keep(span.zone(), who);
    return span.trouble()
        .map(hint -> help.hint(who.texts().of(hint), who))
        .orElseGet(
            () ->
                named(
                    asked.environment(),
                    new HistoryPageState(
                        new RequestSearchCriteria(
                            Optional.empty(),
                            question
                                .person()
                                .or(() -> asked.person().map(name -> person(name, who))),
                            asked.state(),
                            span.since(),
                            span.until(),
                            Optional.empty()),
                        span.zone(),
                        span.assumed()),
                    who));
  }

  private Card named(Optional<String> environment, HistoryPageState question, ChatUser who) {
    return environment
        .map(
            text ->
                environments.with(
                    text,
                    who,
                    subject -> pages.page(question.about(subject.id()), subject.name(), who),
                    ShowHistoryAction.VERB,
                    subject -> HistoryPages.data(question.about(subject.id()), subject.name())))
        .orElseGet(() -> pages.page(question, "", who));
  }

  private static Who person(String typed, ChatUser who) {
    String name = typed.startsWith("@") ? typed.substring(1) : typed;
    return name.equalsIgnoreCase("me")
        ? new Who(who.name(), Optional.of(who.id()))
        : new Who(name, Optional.empty());
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return arguments.environment().isEmpty() || environments.isReady();
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        StatusCommand.TOPIC.with(52, "history Contoso Dev, history failed by Megan since monday"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}
