package dev.holdfast.operation.draft;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.card.view.Banner;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import java.util.Optional;

/** Submits a form that has no review. */
public abstract class SubmitFormAction implements FormAction {

  private final DirectSubmission submission;
  private final DirectForm form;
  private final RequestReplies replies;

  protected SubmitFormAction(DirectSubmission submission, DirectForm form, RequestReplies replies) {
    this.submission = submission;
    this.form = form;
    this.replies = replies;
  }

  @Override
  public boolean replacesCard(CardActionInvocation clicked) {
    return true;
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

  /**
   * Says that the form joined a request that already waits to do the same.
   *
   * @throws IllegalStateException if this type of operation doesn't join requests
   */
  protected Banner joined(Request first, CardActionInvocation clicked) {
    throw new IllegalStateException(verb() + " joined " + first.id());
  }

  private Reply following(Request request, CardActionInvocation clicked, Optional<Banner> banner) {
    return replies.following(request, clicked.who(), clicked.where(), banner);
  }
}
