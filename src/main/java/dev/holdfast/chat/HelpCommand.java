package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.CommandName;
import dev.holdfast.chat.CommandWords;
import dev.holdfast.chat.HelpCard;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.NoArguments;
import dev.holdfast.chat.ParseResult;
import dev.holdfast.chat.Reply;

import org.springframework.stereotype.Component;

/** {@code help}: what Holdfast can do. */
@Component
class HelpCommand implements ChatCommand<NoArguments> {

  private final HelpCard help;

  HelpCommand(HelpCard help) {
    this.help = help;
  }

  @Override
  public CommandName name() {
    return CommandName.of("help", "?", "h", "commands", "command", "usage", "menu");
  }

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    return Reply.forAskerAlone(help.help());
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}
