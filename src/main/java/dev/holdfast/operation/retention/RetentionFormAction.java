package dev.holdfast.operation.retention;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.Card;
import dev.holdfast.operation.OpenFormAction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the form for changing how long backups are kept. */
@Component
class RetentionFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("retention.form");

  private final RetentionForm form;

  RetentionFormAction(RetentionForm form) {
    this.form = form;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("retention-review", "candidates");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of(RetentionSpec.KIND);
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    return form.form(RetentionInput.of(data), who, Map.of());
  }
}
