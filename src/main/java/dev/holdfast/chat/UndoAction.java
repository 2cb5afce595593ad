package dev.holdfast.chat;

import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.FormAction;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.UndoForm;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the form that goes back to what a restore overwrote. */
@Component
class UndoAction implements FormAction {

  private final UndoForm form;

  UndoAction(UndoForm form) {
    this.form = form;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.undo");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form.form(clicked.text("requestId"), clicked.who())));
  }
}
