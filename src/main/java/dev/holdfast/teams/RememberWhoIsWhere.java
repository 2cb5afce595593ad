package dev.holdfast.teams;

import com.microsoft.bot.builder.Middleware;
import com.microsoft.bot.builder.NextDelegate;
import com.microsoft.bot.builder.TurnContext;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Stores from every activity where its conversation and its sender can be reached. People of other
 * tenants are never sent anything, so they aren't stored.
 */
@Component
class RememberWhoIsWhere implements Middleware {

  private final ConversationStore conversations;
  private final PeopleStore people;
  private final AllowedTenants tenants;
  private final Stops stops;

  RememberWhoIsWhere(
      ConversationStore conversations, PeopleStore people, AllowedTenants tenants, Stops stops) {
    this.conversations = conversations;
    this.people = people;
    this.tenants = tenants;
    this.stops = stops;
  }

  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn, NextDelegate next) {
    var incoming = TeamsAdapter.incoming(turn);
    conversations.remember(incoming);
    if (tenants.allowsSender(incoming)) {
      people.remember(incoming);
    }
    stops.heard(incoming.line());
    return next.next();
  }
}
