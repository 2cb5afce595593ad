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

/** {@code thanks}: a word back, in place of a card that says it isn't a command. */
@Component
class ThanksCommand implements ChatCommand<NoArguments> {

  @Override
  public CommandName name() {
    return CommandName.of("thanks", "thank you", "thx", "cheers", "ty");
  }

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    return Reply.forAskerAlone(said.who().texts().of("thanks.answer"));
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return true;
  }
}
