package dev.holdfast.operation.copy;

import dev.holdfast.bot.CardActionInvocation;
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

/** Has the form for a copy checked and reviewed. */
@Component
class ReviewCopyAction implements FormAction {

  private final CopyFormReader reader;
  private final CopyForm forms;
  private final CopyReview reviews;
  private final RequestReplies requests;

  ReviewCopyAction(
      CopyFormReader reader, CopyForm forms, CopyReview reviews, RequestReplies requests) {
    this.reader = reader;
    this.forms = forms;
    this.reviews = reviews;
    this.requests = requests;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("copy.review");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("copy-form");
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
    return Optional.of(CopySpec.KIND);
  }

  @Override
  public Message acknowledgment(boolean inPlace) {
    return Message.of(inPlace ? "review.checking.inPlace" : "review.checking");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(
        Reply.of(
            reader.read(
                clicked.data(),
                clicked.who(),
                input -> reviews.review(input, Reviewer.of(clicked)))));
  }

  @Override
  public Optional<FormErrors> objection(CardActionInvocation clicked) {
    return reader
        .readInMemory(clicked.data(), clicked.who())
        .flatMap(
            input -> {
              Map<String, Message> errors = reviews.errors(input, clicked.who());
              return FormErrors.of(
                  errors,
                  errors.isEmpty()
                      ? Optional.empty()
                      : forms.formInMemory(input, clicked.who(), errors),
                  clicked.who().texts());
            });
  }
}
