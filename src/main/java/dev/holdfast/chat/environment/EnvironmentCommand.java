package dev.holdfast.chat.environment;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code environment}: one environment, or the list where none is named. */
@Component
public class EnvironmentCommand implements ChatCommand<EnvironmentCommand.Arguments> {

  private final EnvironmentCards cards;
  private final EnvironmentResolver environments;

  EnvironmentCommand(EnvironmentCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  public record Arguments(Optional<String> environment) {}

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
                        who,
                        subject -> cards.one(subject.id(), who),
                        ShowEnvironmentAction.VERB,
                        subject -> Map.of("environment", subject.id())))
            .orElseGet(() -> cards.list("", who)));
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
