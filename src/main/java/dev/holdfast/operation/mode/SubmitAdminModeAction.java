package dev.holdfast.operation.mode;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.message.Message;
import dev.holdfast.operation.draft.DirectSubmission;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits the form for a change of administration mode. */
@Component
class SubmitAdminModeAction implements FormAction {

  private final DirectSubmission submission;
  private final AdminModeForm form;
  private final RequestReplies replies;

  SubmitAdminModeAction(DirectSubmission submission, AdminModeForm form, RequestReplies replies) {
    this.submission = submission;
    this.form = form;
    this.replies = replies;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("adminmode.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("admin-mode-form");
  }

  @Override
  public boolean replacesCard(CardActionInvocation clicked) {
    return true;
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of(AdminModeSpec.KIND);
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
    return outcome.repeated() && !own
        ? outcome
            .request()
            .map(
                known -> replies.following(known, clicked.who(), clicked.where(), Optional.empty()))
        : outcome.card().map(Reply::of);
  }
}
