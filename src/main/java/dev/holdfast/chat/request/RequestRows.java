package dev.holdfast.chat.request;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.notification.card.RequestTexts;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A request as a row of a list. */
@Component
class RequestRows {

  private final OperationCatalog operations;

  RequestRows(OperationCatalog operations) {
    this.operations = operations;
  }

  RequestListView.Row of(Request request, ChatUser who) {
    OperationSpec work = request.details().spec();
    CardTexts texts = who.texts();
    return new RequestListView.Row(
        request.id().toString(),
        texts.of(operations.of(work).title()),
        work.source().displayName(),
        work.environments().size() > 1 ? work.affected().displayName() : "",
        new StateLabel(RequestTexts.standing(request, texts), RequestTexts.tone(request.state())),
        texts.at(request.details().submission().at()),
        request.details().requester().name(),
        Map.of("requestId", request.id().toString()));
  }
}
