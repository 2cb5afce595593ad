package dev.holdfast.chat.channel;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.NoArguments;
import dev.holdfast.bot.command.ParseResult;

/** A command about the approvers' channel, for those who may say which one it is. */
abstract class ChannelCommand implements ChatCommand<NoArguments> {

  private final PermissionEvaluator permissions;

  ChannelCommand(PermissionEvaluator permissions) {
    this.permissions = permissions;
  }

  /** What somebody who may use it gets. */
  abstract Reply reply(IncomingMessage said);

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public void prepare(NoArguments arguments) {
    permissions.groups().refreshChannelManagers();
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    return isFor(said.who())
        ? reply(said)
        : Reply.forAskerAlone(said.who().texts().of("connect.denied"));
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public boolean isFor(ChatUser who) {
    return permissions.mayConnect(who.person());
  }
}
