package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.CommandName;
import dev.holdfast.chat.CommandWords;
import dev.holdfast.chat.EnvironmentCards;
import dev.holdfast.chat.EnvironmentResolver;
import dev.holdfast.chat.EnvironmentsCommand;
import dev.holdfast.chat.HelpTopic;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.ParseResult;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.ShowEnvironmentAction;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code environment}: one environment, or the list where none is named. */
@Component
class EnvironmentCommand implements ChatCommand<EnvironmentCommand.Arguments> {

  private final EnvironmentCards cards;
  private final EnvironmentResolver environments;

  EnvironmentCommand(EnvironmentCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  record Arguments(Optional<String> environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("environment", "env", "details", "detail", "info", "about")
        .listedBy("show", "get", "display", "my", "all");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(words.name()));
  }

  @Override
  public ParseResult<Arguments> parseListing(CommandWords words) {
    return ParseResult.of(
        new Arguments(words.isEmpty() ? Optional.empty() : Optional.of(words.text())));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    return Reply.of(
        arguments
            .environment()
            .map(
                text ->
                    environments.with(
                        text,
                        subject -> cards.one(subject.id(), who.zone()),
                        ShowEnvironmentAction.VERB,
                        subject -> Map.of("environment", subject.id())))
            .orElseGet(() -> cards.list("", who.zone())));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return arguments.environment().isEmpty() && environments.isReady();
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(EnvironmentsCommand.TOPIC.with(31, "environment Contoso UAT"));
  }
}
