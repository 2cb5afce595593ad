package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.Middleware;
import com.microsoft.bot.builder.NextDelegate;
import com.microsoft.bot.builder.TurnContext;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.MissedMessages;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.teams.outbound.DeliveryBlocks;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Stores from every activity where its conversation and its sender can be reached. People of other
 * tenants are never sent anything, so they aren't stored. Teams doesn't say that somebody has
 * unblocked the bot: that they are heard says it.
 */
@Component
class ConversationTrackingMiddleware implements Middleware {

  private final ConversationRepository conversations;
  private final PersonRepository people;
  private final AllowedTenants tenants;
  private final DeliveryBlocks stops;
  private final MissedMessages missed;

  ConversationTrackingMiddleware(
      ConversationRepository conversations,
      PersonRepository people,
      AllowedTenants tenants,
      DeliveryBlocks stops,
      MissedMessages missed) {
    this.conversations = conversations;
    this.people = people;
    this.tenants = tenants;
    this.stops = stops;
    this.missed = missed;
  }

  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn, NextDelegate next) {
    var incoming = TeamsAdapter.incoming(turn);
    conversations.remember(incoming, () -> resend(incoming));
    if (tenants.allowsSender(incoming)) {
      people.remember(incoming);
    }
    stops.heard(incoming.line());
    return next.next();
  }

  private void resend(InboundActivity incoming) {
    if (InstallationHandler.isRemoval(incoming.activity())) {
      return;
    }
    missed.resend(new Address.Conversation(incoming.root()));
    if (incoming.place().kind() == ConversationRef.Kind.PERSONAL) {
      incoming.sender().entraId().map(Address.Person::new).ifPresent(missed::resend);
    }
  }
}
