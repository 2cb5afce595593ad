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
import org.springframework.stereotype.Component;

/** {@code unsubscribe}. */
@Component
public class UnsubscribeCommand implements ChatCommand<UnsubscribeCommand.Arguments> {

  private final SubscriptionService subscriptions;

  UnsubscribeCommand(SubscriptionService subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * @param environment empty for whatever the conversation is subscribed to
   */
  public record Arguments(Optional<String> environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("unsubscribe", "unsub", "unfollow", "unwatch");
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
                    environment -> subscriptions.unsubscribe(said.who(), said.where(), environment),
                    EndSubscriptionAction.VERB))
        .orElseGet(() -> subscriptions.unsubscribeFromAll(said.who(), said.where()));
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
    return Optional.of(SubscribeCommand.TOPIC.with(81, "unsubscribe"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}
