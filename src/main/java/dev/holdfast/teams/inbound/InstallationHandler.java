package dev.holdfast.teams.inbound;

import com.microsoft.bot.schema.Activity;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.ConversationService;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.MissedMessages;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.InstallationRepository;
import org.springframework.stereotype.Component;

/**
 * Where Holdfast is installed and where no longer. Teams announces both twice, as an installation
 * update and as a conversation update with the bot among the members.
 */
@Component
class InstallationHandler {

  private final ConversationService chat;
  private final ConversationRepository conversations;
  private final InstallationRepository installations;
  private final MissedMessages missed;

  InstallationHandler(
      ConversationService chat,
      ConversationRepository conversations,
      InstallationRepository installations,
      MissedMessages missed) {
    this.missed = missed;
    this.chat = chat;
    this.conversations = conversations;
    this.installations = installations;
  }

  void added(InboundActivity incoming) {
    if (!installations.introduce(incoming.root())) {
      return;
    }
    try {
      resendMissed(incoming);
      chat.installed(incoming.id(), incoming.place());
    } catch (RuntimeException e) {
      installations.notIntroduced(incoming.root());
      throw e;
    }
  }

  /** A team is installed as a whole, whichever of its channels the announcement names. */
  private void resendMissed(InboundActivity incoming) {
    if (incoming.place().kind() == ConversationRef.Kind.PERSONAL) {
      incoming
          .sender()
          .entraId()
          .or(() -> conversations.owner(incoming.root()))
          .ifPresent(missed::resendToNewInstallation);
    }
    incoming
        .team()
        .ifPresent(
            team ->
                conversations
                    .ofTeam(team.id())
                    .forEach(channel -> missed.resend(new Address.Conversation(channel))));
  }

  /** Whether the activity says that the bot, or somebody else, has gone. */
  static boolean isRemoval(Activity activity) {
    var action = activity.getAction();
    return action != null && action.startsWith("remove")
        || activity.getMembersRemoved() != null && !activity.getMembersRemoved().isEmpty();
  }

  void removed(InboundActivity incoming) {
    conversations.removed(incoming.root());
  }
}
