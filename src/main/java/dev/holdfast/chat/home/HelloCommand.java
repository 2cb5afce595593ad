package dev.holdfast.chat.home;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.NoArguments;
import dev.holdfast.bot.command.ParseResult;
import org.springframework.stereotype.Component;

/** {@code hello}: what waits for a person, and where to begin. */
@Component
public class HelloCommand implements ChatCommand<NoArguments> {

  private final HomeCards home;

  public HelloCommand(HomeCards home) {
    this.home = home;
  }

  @Override
  public CommandName name() {
    return CommandName.of(
        "hello", "hi", "hey", "hiya", "howdy", "yo", "moin", "greetings", "start");
  }

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    return Reply.forAskerAlone(home.of(said.who()));
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return home.isReady(who);
  }

  @Override
  public boolean isGreeting() {
    return true;
  }
}
