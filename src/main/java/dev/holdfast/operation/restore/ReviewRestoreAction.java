package dev.holdfast.operation.restore;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.message.Message;
import dev.holdfast.operation.draft.Reviewer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has the form for a restore checked and reviewed. */
@Component
class ReviewRestoreAction implements FormAction {

  private final RestoreFormReader reader;
  private final RestoreForm forms;
  private final RestoreReview reviews;
  private final RestorePointResolver points;
  private final RequestReplies requests;

  ReviewRestoreAction(
      RestoreFormReader reader,
      RestoreForm forms,
      RestoreReview reviews,
      RestorePointResolver points,
      RequestReplies requests) {
    this.reader = reader;
    this.forms = forms;
    this.reviews = reviews;
    this.points = points;
    this.requests = requests;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("restore.review");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("restore-form");
  }

  @Override
  public boolean replacesCard(CardActionInvocation clicked) {
    return true;
  }

  /**
   * The review of a form that was submitted meanwhile, because <b>Review</b> was clicked twice,
   * doesn't take the place of the request.
   */
  @Override
  public boolean isStillReplaceable(CardActionInvocation clicked) {
    return !requests.isRequestCard(clicked);
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("restore");
  }

  @Override
  public Message acknowledgment(boolean inPlace) {
    return Message.of(inPlace ? "review.checking.inPlace" : "review.checking");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    return Optional.of(
        Reply.of(
            reader.read(
                clicked.data(), who, input -> reviews.review(input, Reviewer.of(clicked)))));
  }

  /** The form again with what is wrong, or only that where memory isn't enough for the form. */
  @Override
  public Optional<FormErrors> objection(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    Optional<RestoreFormInput> input = reader.readInMemory(clicked.data(), who);
    if (input.isEmpty()) {
      Map<String, Message> errors = points.objections(RestoreFormInput.of(clicked.data()), who);
      return FormErrors.of(errors, Optional.empty(), who.texts());
    }
    Map<String, Message> errors = reviews.objections(input.get(), who);
    return FormErrors.of(
        errors,
        errors.isEmpty() ? Optional.empty() : forms.formInMemory(input.get(), who, errors),
        who.texts());
  }
}
