package dev.holdfast.operation.restore.undo;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.FormAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the form that goes back to what was overwritten. */
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
