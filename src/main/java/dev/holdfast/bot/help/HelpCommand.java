package dev.holdfast.bot.help;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.NoArguments;
import dev.holdfast.bot.command.ParseResult;
import org.springframework.stereotype.Component;

/** {@code help}: what Holdfast can do. */
@Component
public class HelpCommand implements ChatCommand<NoArguments> {

  private final HelpCard help;

  public HelpCommand(HelpCard help) {
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
    return Reply.forAskerAlone(help.help(said.who()));
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
