package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.ActivityHandler;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.ChannelAccount;
import dev.holdfast.card.CardTexts;
import dev.holdfast.teams.activity.InboundActivity;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings each kind of activity to its place. What is not mentioned here, deletions, reactions,
 * meetings and whatever Teams invents next, is taken and nothing follows.
 */
@Component
@SuppressWarnings("deprecation") // The SDK was retired as a whole; see RATIONALE.md.
class ActivityRouter extends ActivityHandler {

  private final MessageHandler words;
  private final CardActionHandler clicks;
  private final ChoiceSearchHandler searches;
  private final InstallationHandler installations;

  ActivityRouter(
      MessageHandler words,
      CardActionHandler clicks,
      ChoiceSearchHandler searches,
      InstallationHandler installations) {
    this.searches = searches;
    this.words = words;
    this.clicks = clicks;
    this.installations = installations;
  }

  @Override
  protected CompletableFuture<Void> onMessageActivity(TurnContext turn) {
    var incoming = TeamsAdapter.incoming(turn);
    if (incoming.text().isEmpty() && incoming.value().isObject()) {
      clicks.submitted(incoming);
    } else {
      words.said(incoming);
    }
    return done();
  }

  @Override
  protected CompletableFuture<InvokeResponse> onInvokeActivity(TurnContext turn) {
    var incoming = TeamsAdapter.incoming(turn);
    return CompletableFuture.completedFuture(
        switch (String.valueOf(turn.getActivity().getName())) {
          case "adaptiveCard/action" -> clicks.executed(incoming);
          case ChoiceSearchHandler.SEARCH -> searches.asked(incoming);
          default ->
              InvokeResponses.refuse("NotSupported", CardTexts.SHARED.of("teams.notSupported"));
        });
  }

  @Override
  protected CompletableFuture<Void> onInstallationUpdate(TurnContext turn) {
    var incoming = TeamsAdapter.incoming(turn);
    var action = turn.getActivity().getAction();
    if ("add".equals(action)) {
      installations.added(incoming);
    } else if ("remove".equals(action)) {
      installations.removed(incoming);
    }
    return done();
  }

  @Override
  protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext turn) {
    var incoming = TeamsAdapter.incoming(turn);
    var activity = turn.getActivity();
    if (hasBot(incoming, activity.getMembersAdded())) {
      installations.added(incoming);
    } else if (hasBot(incoming, activity.getMembersRemoved())) {
      installations.removed(incoming);
    }
    return done();
  }

  @Override
  protected CompletableFuture<Void> onMessageReactionActivity(TurnContext turn) {
    return done();
  }

  @Override
  protected CompletableFuture<Void> onUnrecognizedActivityType(TurnContext turn) {
    var incoming = TeamsAdapter.incoming(turn);
    if (incoming.isEdit()) {
      words.edited(incoming);
    }
    return done();
  }

  @Override
  protected CompletableFuture<Void> onEventActivity(TurnContext turn) {
    return done();
  }

  private static boolean hasBot(InboundActivity incoming, @Nullable List<ChannelAccount> members) {
    return members != null
        && incoming
            .line()
            .botId()
            .filter(bot -> members.stream().anyMatch(member -> bot.equals(member.getId())))
            .isPresent();
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
