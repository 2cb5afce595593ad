package dev.holdfast.operation.deletion;

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

/** Has the form for deleting a backup checked and reviewed. */
@Component
class ReviewDeletionAction implements FormAction {

  private final DeleteBackupForm forms;
  private final DeleteBackupReview reviews;
  private final RequestReplies requests;

  ReviewDeletionAction(
      DeleteBackupForm forms, DeleteBackupReview reviews, RequestReplies requests) {
    this.forms = forms;
    this.reviews = reviews;
    this.requests = requests;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("deletion.review");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("delete-backup-form");
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
    return Optional.of(DeleteBackupCommand.NAME);
  }

  @Override
  public Message acknowledgment(boolean inPlace) {
    return Message.of(inPlace ? "deleteBackupForm.checking.inPlace" : "deleteBackupForm.checking");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    DeleteBackupInput input = DeleteBackupInput.of(clicked.data());
    return Optional.of(
        Reply.of(
            forms.isThere(input, clicked.who())
                ? reviews.review(input, Reviewer.of(clicked))
                : forms.form(input, clicked.who(), input.errors())));
  }

  @Override
  public Optional<FormErrors> objection(CardActionInvocation clicked) {
    DeleteBackupInput input = DeleteBackupInput.of(clicked.data());
    return FormErrors.of(
        input.errors(),
        input.errors().isEmpty()
            ? Optional.empty()
            : forms.formInMemory(input, clicked.who(), input.errors()),
        clicked.who().texts());
  }
}
