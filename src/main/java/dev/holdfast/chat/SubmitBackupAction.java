package dev.holdfast.chat;

import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.BackupSubmission;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.CardOwner;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.FormAction;
import dev.holdfast.chat.FormErrors;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.RequestReplies;

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
  public Mode mode() {
    return Mode.REPLACE_CARD;
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
  public String acknowledgment(boolean inPlace) {
    return "Holdfast asks Power Platform about the environment. The request "
        + (inPlace ? "takes the form's place when it has answered." : "is a new message.");
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
