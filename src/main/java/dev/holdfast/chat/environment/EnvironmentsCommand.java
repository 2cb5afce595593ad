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
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code environments}: the list. Before {@code environment}, which a typo can be as near to. */
@Component
@Order(1)
public class EnvironmentsCommand implements ChatCommand<EnvironmentsCommand.Arguments> {

  static final HelpTopic TOPIC =
      new HelpTopic(30, "help.environments.title", "help.environments.purpose", "environments");

  private final EnvironmentCards cards;
  private final EnvironmentResolver environments;

  EnvironmentsCommand(EnvironmentCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  /**
   * @param text a search word
   */
  public record Arguments(Optional<String> text) {}

  @Override
  public CommandName name() {
    return CommandName.of("environments", "envs", "environs").listedBy("list", "ls");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(words.withoutAll().name()));
  }

  @Override
  public ParseResult<Arguments> parseListing(CommandWords words) {
    return ParseResult.of(
        new Arguments(words.isEmpty() ? Optional.empty() : Optional.of(words.text())));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(cards.list(arguments.text().orElse(""), said.who()));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return environments.isReady();
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}
