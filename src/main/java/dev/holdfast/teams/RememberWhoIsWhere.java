package dev.holdfast.teams;

import com.microsoft.bot.builder.Middleware;
import com.microsoft.bot.builder.NextDelegate;
import com.microsoft.bot.builder.TurnContext;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Stores from every activity where its conversation and its sender can be reached. */
@Component
class RememberWhoIsWhere implements Middleware {

  private final ConversationStore conversations;
  private final PeopleStore people;

  RememberWhoIsWhere(ConversationStore conversations, PeopleStore people) {
    this.conversations = conversations;
    this.people = people;
  }

  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn, NextDelegate next) {
    var incoming = TeamsAdapter.incoming(turn);
    conversations.remember(incoming);
    people.remember(incoming);
    return next.next();
  }
}
