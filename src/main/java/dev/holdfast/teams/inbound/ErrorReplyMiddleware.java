package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.Middleware;
import com.microsoft.bot.builder.NextDelegate;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.ActivityTypes;
import dev.holdfast.bot.DatabaseOutage;
import dev.holdfast.card.CardTexts;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.teams.activity.InboundActivity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends every failed turn with a sentence for the person. Left alone, the SDK would answer an invoke
 * with the exception's own message.
 */
@Component
class ErrorReplyMiddleware implements Middleware {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorReplyMiddleware.class);

  private final Messenger messenger;
  private final UnexpectedErrorReporter incidents;

  ErrorReplyMiddleware(Messenger messenger, UnexpectedErrorReporter incidents) {
    this.messenger = messenger;
    this.incidents = incidents;
  }

  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn, NextDelegate next) {
    CompletableFuture<Void> rest;
    try {
      rest = next.next();
    } catch (RuntimeException e) {
      rest = CompletableFuture.failedFuture(e);
    }
    return rest.exceptionally(
        failure -> {
          end(turn, failure instanceof CompletionException ? failure.getCause() : failure);
          return null;
        });
  }

  /** A message whose answer cannot be delivered gets no apology, which would not arrive either. */
  private void end(TurnContext turn, Throwable failure) {
    if (failure instanceof DeliveryException && turn.getActivity().isType(ActivityTypes.MESSAGE)) {
      LOG.warn(
          "The answer to {} in {} did not arrive and is not sent again: {}",
          TeamsAdapter.incoming(turn).id(),
          TeamsAdapter.incoming(turn).place().conversation(),
          failure.getMessage());
    } else if (DatabaseOutage.isBehind(failure)) {
      endForWantOfTheDatabase(turn, failure);
    } else {
      apologise(turn, failure);
    }
  }

  /**
   * A click is told; it shows nothing of an answer but 200. Anything else comes again, when Teams
   * is told that it was not taken: to say so in the chat would need the database too.
   */
  private static void endForWantOfTheDatabase(TurnContext turn, Throwable failure) {
    LOG.warn(
        "The {} activity {} isn't taken, for want of a database connection: {}",
        turn.getActivity().getType(),
        TeamsAdapter.incoming(turn).id(),
        failure.toString());
    if (turn.getActivity().isType(ActivityTypes.INVOKE)) {
      TeamsAdapter.answer(
          turn,
          InvokeResponses.refuse(
              "ServiceUnavailable", CardTexts.SHARED.of(DatabaseOutage.message(failure))));
    } else {
      TeamsAdapter.notTaken(turn, failure);
    }
  }

  private void apologise(TurnContext turn, Throwable failure) {
    var incoming = TeamsAdapter.incoming(turn);
    var sentence = incidents.sentence(incoming, failure);
    if (turn.getActivity().isType(ActivityTypes.INVOKE)) {
      TeamsAdapter.answer(turn, InvokeResponses.failed(sentence));
    } else if (turn.getActivity().isType(ActivityTypes.MESSAGE)) {
      say(incoming, sentence);
    }
  }

  private void say(InboundActivity incoming, String sentence) {
    try {
      messenger.say(incoming.toSenderAlone(), sentence);
    } catch (RuntimeException e) {
      LOG.warn("The apology could not be sent either; nobody is told: {}", e.toString());
    }
  }
}
