package dev.holdfast.chat.request;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.notification.card.RequestTexts;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.store.RequestSummary;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A request as a row of a list. */
@Component
class RequestRows {

  private final OperationCatalog operations;

  RequestRows(OperationCatalog operations) {
    this.operations = operations;
  }

  RequestListView.Row of(RequestSummary request, ChatUser who) {
    CardTexts texts = who.texts();
    return new RequestListView.Row(
        request.id().toString(),
        texts.of(
            RequestTexts.kind(
                operations.title(request.kind()),
                request.standing().emergency().isPresent(),
                request.standing().rehearsal())),
        RequestTexts.from(request, texts),
        request.target().map(target -> NameMarks.shown(target.displayName())).orElse(""),
        new StateLabel(RequestTexts.standing(request, texts), RequestTexts.tone(request)),
        texts.at(request.submittedAt()),
        request.requester().name(),
        Map.of("requestId", request.id().toString()));
  }
}
