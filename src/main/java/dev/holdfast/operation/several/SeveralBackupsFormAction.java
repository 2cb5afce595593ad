package dev.holdfast.operation.several;

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

/** Opens the form for backups of several environments. */
@Component
class SeveralBackupsFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("several.form");

  private final SeveralBackupsForm form;

  SeveralBackupsFormAction(SeveralBackupsForm form) {
    this.form = form;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("backup-form");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("backup");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    return form.offering(data, who);
  }
}
