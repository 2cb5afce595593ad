package dev.holdfast.chat.channel;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.ConnectedChannel;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code connect} in a channel: approval cards are posted there, once a click has confirmed it. */
@Component
class ConnectCommand extends ChannelCommand {

  static final HelpTopic TOPIC =
      new HelpTopic(88, "help.connect.title", "help.connect.purpose", "connect");

  private final ApproversChannel channel;
  private final CardRenderer cards;

  ConnectCommand(ApproversChannel channel, PermissionEvaluator permissions, CardRenderer cards) {
    super(permissions);
    this.channel = channel;
    this.cards = cards;
  }

  @Override
  public CommandName name() {
    return CommandName.of("connect");
  }

  @Override
  Reply reply(IncomingMessage said) {
    ChatUser who = said.who();
    if (said.where().kind() != ConversationRef.Kind.CHANNEL) {
      return Reply.forAskerAlone(who.texts().of("connect.notInChannel"));
    }
    Address.Conversation here = channelOf(said.where());
    boolean connected =
        channel.connected().map(ConnectedChannel::channel).filter(here::equals).isPresent();
    return connected
        ? Reply.forAskerAlone(who.texts().of("connect.already"))
        : Reply.of(
            cards.render(
                new ConnectView(
                    who.texts().of("connect.ask"), Optional.of(Map.of("channel", here.id())))));
  }

  /** Cards of requests don't belong into the thread in which somebody typed. */
  static Address.Conversation channelOf(ConversationRef where) {
    return new Address.Conversation(where.conversation()).withoutThread();
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }
}
