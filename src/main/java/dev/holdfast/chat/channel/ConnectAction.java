package dev.holdfast.chat.channel;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.notification.store.ChannelConnections;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the channel in which it's clicked the approvers', whatever the card carries. */
@Component
class ConnectAction implements ImmediateAction {

  private final ChannelConnections connections;
  private final PermissionEvaluator permissions;
  private final CardRenderer cards;

  ConnectAction(
      ChannelConnections connections, PermissionEvaluator permissions, CardRenderer cards) {
    this.connections = connections;
    this.permissions = permissions;
    this.cards = cards;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("channel.connect");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("connect");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    permissions.groups().refreshChannelManagers();
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    if (!permissions.mayConnect(who.person())) {
      return new ActionResponse.Refuse("Forbidden", who.texts().of("connect.denied"));
    }
    if (clicked.where().kind() != ConversationRef.Kind.CHANNEL) {
      return new ActionResponse.Tell(who.texts().of("connect.notInChannel"));
    }
    connections.connect(ConnectCommand.channelOf(clicked.where()), who.person());
    return new ActionResponse.Show(
        cards.render(
            new ConnectView(
                who.texts().of("connect.done", "person", who.name()), Optional.empty())),
        true);
  }
}
