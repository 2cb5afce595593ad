package dev.holdfast.operation.deletion;

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

/** Opens the form for deleting a backup. */
@Component
class DeleteBackupFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("deletion.form");

  /** What was said of a backup before it was clear which environment is meant. */
  static final String NAMED = "named";

  private final DeleteBackupForm form;

  DeleteBackupFormAction(DeleteBackupForm form) {
    this.form = form;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("backups", "delete-backup-review", "candidates");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of(DeleteBackupCommand.NAME);
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    return form.named(DeleteBackupInput.of(data), data.getOrDefault(NAMED, ""), who);
  }
}
