package dev.holdfast.chat.channel;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.notification.store.ChannelConnections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code disconnect}, anywhere: approval cards go where the setting says. */
@Component
class DisconnectCommand implements ChatCommand<DisconnectCommand.Arguments> {

  private final ChannelConnections connections;
  private final PermissionEvaluator permissions;

  DisconnectCommand(ChannelConnections connections, PermissionEvaluator permissions) {
    this.connections = connections;
    this.permissions = permissions;
  }

  /** There is nothing to say. */
  record Arguments() {}

  @Override
  public CommandName name() {
    return CommandName.of("disconnect");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments());
  }

  @Override
  public void prepare(Arguments arguments) {
    permissions.groups().refreshChannelManagers();
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    if (!isFor(who)) {
      return Reply.forAskerAlone(who.texts().of("connect.denied"));
    }
    return connections.disconnect(who.person()).isPresent()
        ? Reply.of(who.texts().of("connect.ended"))
        : Reply.forAskerAlone(who.texts().of("connect.none"));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public boolean isFor(ChatUser who) {
    return permissions.mayConnect(who.person());
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(ConnectCommand.TOPIC.with(89, "disconnect"));
  }
}
