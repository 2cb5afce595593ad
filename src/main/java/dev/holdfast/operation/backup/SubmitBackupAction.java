package dev.holdfast.operation.backup;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.draft.DirectSubmission;
import dev.holdfast.request.Request;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits the form for a manual backup. */
@Component
class SubmitBackupAction implements FormAction {

  private final DirectSubmission submission;
  private final BackupForm form;
  private final RequestReplies replies;

  SubmitBackupAction(DirectSubmission submission, BackupForm form, RequestReplies replies) {
    this.submission = submission;
    this.form = form;
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
    return submission.objection(form, clicked.data(), clicked.who());
  }

  @Override
  public Message acknowledgment(boolean inPlace) {
    return Message.of(inPlace ? "backupForm.checking.inPlace" : "backupForm.checking");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    boolean own = CardOwner.isOwn(clicked);
    DirectSubmission.Outcome outcome =
        own
            ? submission.submit(
                form, clicked.data(), clicked.who(), clicked.where(), clicked.message())
            : submission.submitCopy(form, clicked.data(), clicked.who(), clicked.where());
    if (outcome.joined()) {
      return outcome
          .request()
          .map(first -> following(first, clicked, Optional.of(joined(first, clicked))));
    }
    return outcome.repeated() && !own
        ? outcome.request().map(known -> following(known, clicked, Optional.empty()))
        : outcome.card().map(Reply::of);
  }

  private Reply following(Request request, CardActionInvocation clicked, Optional<Banner> banner) {
    return replies.following(request, clicked.who(), clicked.where(), banner);
  }

  private static Banner joined(Request first, CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    Message said =
        first.details().isRequestedBy(who.person())
            ? Message.of("backupForm.joined.own", "request", first.id().toString())
            : Message.of(
                "backupForm.joined",
                "request",
                first.id().toString(),
                "requester",
                first.details().requester().name(),
                "person",
                who.name());
    return new Banner(Tone.NEUTRAL, who.texts().of(said));
  }
}
