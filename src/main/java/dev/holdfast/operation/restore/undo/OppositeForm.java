package dev.holdfast.operation.restore.undo;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import dev.holdfast.operation.OpenFormAction;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Undo of what has overwritten nothing: the form that asks for the opposite. */
@Component
class OppositeForm {

  private final OperationCatalog operations;
  private final List<OpenFormAction> forms;

  OppositeForm(OperationCatalog operations, List<OpenFormAction> forms) {
    this.operations = operations;
    this.forms = forms;
  }

  /** Empty where the type of the request has no opposite, or nothing was started. */
  Optional<Card> of(Request request, ChatUser who) {
    boolean started =
        request.state().isClosed() && request.outcome().filter(Outcome::serviceStarted).isPresent();
    Operation<?> operation = operations.of(request.details().spec());
    return operation
        .opposite()
        .filter(data -> started)
        .flatMap(
            data ->
                forms.stream()
                    .filter(form -> form.verb().equals(operation.formVerb()))
                    .findFirst()
                    .map(form -> form.form(data, who)));
  }
}
