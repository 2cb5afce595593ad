package dev.holdfast.chat.request.again;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.Card;
import dev.holdfast.operation.OpenFormAction;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.OperationType;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms of the types of operations, by the verbs that open them. */
@Component
class RequestForms {

  private final List<OpenFormAction> forms;
  private final OperationCatalog operations;

  RequestForms(List<OpenFormAction> forms, OperationCatalog operations) {
    this.forms = forms;
    this.operations = operations;
  }

  /** A type whose form nothing opens keeps Holdfast from starting. */
  @PostConstruct
  void requireForms() {
    for (OperationType<?> type : operations.types()) {
      if (type.form().filter(form -> find(form.verb()).isEmpty()).isPresent()) {
        throw new IllegalStateException(
            "The type \"" + type.kind() + "\" lacks a form that a button opens.");
      }
    }
  }

  /** The form that a verb opens, filled in as far as the data say. */
  Card form(ActionVerb verb, Map<String, String> data, ChatUser who) {
    return find(verb).orElseThrow().form(data, who);
  }

  private Optional<OpenFormAction> find(ActionVerb verb) {
    return forms.stream().filter(form -> form.verb().equals(verb)).findFirst();
  }
}
