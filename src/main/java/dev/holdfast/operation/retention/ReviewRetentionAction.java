package dev.holdfast.operation.retention;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.message.Message;
import dev.holdfast.operation.draft.Reviewer;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has the form for changing how long backups are kept checked and reviewed. */
@Component
class ReviewRetentionAction implements FormAction {

  private final RetentionForm forms;
  private final RetentionReview reviews;
  private final RequestReplies requests;

  ReviewRetentionAction(RetentionForm forms, RetentionReview reviews, RequestReplies requests) {
    this.forms = forms;
    this.reviews = reviews;
    this.requests = requests;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("retention.review");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("retention-form");
  }

  @Override
  public boolean replacesCard(CardActionInvocation clicked) {
    return true;
  }

  /** A review that was submitted meanwhile stays. */
  @Override
  public boolean isStillReplaceable(CardActionInvocation clicked) {
    return !requests.isRequestCard(clicked);
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of(RetentionSpec.KIND);
  }

  @Override
  public Message acknowledgment(boolean inPlace) {
    return Message.of(inPlace ? "retentionForm.checking.inPlace" : "retentionForm.checking");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    RetentionInput input = RetentionInput.of(clicked.data());
    return Optional.of(
        Reply.of(
            forms.isThere(input, clicked.who())
                ? reviews.review(input, Reviewer.of(clicked))
                : forms.form(input, clicked.who(), input.errors())));
  }

  @Override
  public Optional<FormErrors> objection(CardActionInvocation clicked) {
    RetentionInput input = RetentionInput.of(clicked.data());
    return FormErrors.of(
        input.errors(),
        input.errors().isEmpty()
            ? Optional.empty()
            : forms.formInMemory(input, clicked.who(), input.errors()),
        clicked.who().texts());
  }
}
