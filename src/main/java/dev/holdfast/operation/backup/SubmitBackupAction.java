package dev.holdfast.operation.backup;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.message.Message;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits the form for a manual backup. */
@Component
class SubmitBackupAction implements FormAction {

  private final BackupSubmission submission;
  private final RequestReplies replies;

  SubmitBackupAction(BackupSubmission submission, RequestReplies replies) {
    this.submission = submission;
    this.replies = replies;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("backup.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("backup-form");
  }

  @Override
  public boolean replacesCard(CardActionInvocation clicked) {
    return true;
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("backup");
  }

  @Override
  public Optional<FormErrors> objection(CardActionInvocation clicked) {
    return submission.objection(clicked.data(), clicked.who());
  }

  @Override
  public Message acknowledgment(boolean inPlace) {
    return Message.of(inPlace ? "backupForm.checking.inPlace" : "backupForm.checking");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    if (CardOwner.isOwn(clicked)) {
      return submission
          .submit(clicked.data(), who, clicked.where(), clicked.message())
          .card()
          .map(Reply::of);
    }
    BackupSubmission.Outcome outcome = submission.submitCopy(clicked.data(), who, clicked.where());
    return outcome.repeated()
        ? outcome
            .request()
            .map(known -> replies.following(known, who, clicked.where(), Optional.empty()))
        : outcome.card().map(Reply::of);
  }
}
