package dev.holdfast.chat.subscription;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code subscribe}. Before {@code unsubscribe}, which a typo can be as near to. */
@Component
@Order(1)
public class SubscribeCommand implements ChatCommand<SubscribeCommand.Arguments> {

  static final HelpTopic TOPIC =
      new HelpTopic(80, "help.subscribe.title", "help.subscribe.purpose", "subscribe Contoso Dev");

  private final SubscriptionService subscriptions;

  SubscribeCommand(SubscriptionService subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * @param environment empty for all of them
   */
  public record Arguments(Optional<String> environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("subscribe", "sub", "follow", "watch");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(words.withoutAll().name()));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return arguments
        .environment()
        .map(
            text ->
                subscriptions.withNamed(
                    text,
                    said.who(),
                    environment -> subscriptions.subscribe(said.who(), said.where(), environment),
                    AddSubscriptionAction.VERB))
        .orElseGet(() -> subscriptions.subscribeToAll(said.who(), said.where()));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return arguments.environment().isEmpty() || subscriptions.isReady();
  }

  @Override
  public boolean changes() {
    return true;
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
