package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.CommandName;
import dev.holdfast.chat.CommandWords;
import dev.holdfast.chat.EnvironmentCards;
import dev.holdfast.chat.EnvironmentResolver;
import dev.holdfast.chat.HelpTopic;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.ParseResult;
import dev.holdfast.chat.Reply;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code environments}: the list. Before {@code environment}, which a typo can be as near to. */
@Component
@Order(1)
class EnvironmentsCommand implements ChatCommand<EnvironmentsCommand.Arguments> {

  static final HelpTopic TOPIC =
      new HelpTopic(
          30, "Look", "See environments and what they can be taken back to.", "environments");

  private final EnvironmentCards cards;
  private final EnvironmentResolver environments;

  EnvironmentsCommand(EnvironmentCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  /**
   * @param text a search word
   */
  record Arguments(Optional<String> text) {}

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
    return Reply.of(cards.list(arguments.text().orElse(""), said.who().zone()));
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
