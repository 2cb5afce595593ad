package dev.holdfast.chat.channel;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.notification.store.ChannelConnections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code disconnect}, anywhere: approval cards go where the setting says. */
@Component
class DisconnectCommand extends ChannelCommand {

  private final ChannelConnections connections;

  DisconnectCommand(ChannelConnections connections, PermissionEvaluator permissions) {
    super(permissions);
    this.connections = connections;
  }

  @Override
  public CommandName name() {
    return CommandName.of("disconnect");
  }

  @Override
  Reply reply(IncomingMessage said) {
    ChatUser who = said.who();
    return connections.disconnect(who.person()).isPresent()
        ? Reply.of(who.texts().of("connect.ended"))
        : Reply.forAskerAlone(who.texts().of("connect.none"));
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(ConnectCommand.TOPIC.with(89, "disconnect"));
  }
}
