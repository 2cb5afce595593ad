package dev.holdfast.chat;

import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.BackupForm;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.FormAction;
import dev.holdfast.chat.Reply;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the form for a manual backup. */
@Component
class BackupFormAction implements FormAction {

  static final ActionVerb VERB = new ActionVerb("backup.form");

  private final BackupForm form;

  BackupFormAction(BackupForm form) {
    this.form = form;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("backups", "environment", "help", "candidates");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("backup");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form.form(clicked.text("environment"), clicked.text("label"))));
  }
}
