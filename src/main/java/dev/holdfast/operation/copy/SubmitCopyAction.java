package dev.holdfast.operation.copy;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.operation.draft.DraftSubmission;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits a reviewed copy. */
@Component
class SubmitCopyAction implements ImmediateAction {

  private final DraftSubmission submission;
  private final RequestReplies replies;

  SubmitCopyAction(DraftSubmission submission, RequestReplies replies) {
    this.submission = submission;
    this.replies = replies;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("copy.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("copy-review");
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    DraftSubmission.Outcome outcome = submission.submit(clicked, CopySpec.KIND);
    return outcome
        .request()
        .map(request -> replies.own(request, clicked.who(), clicked.where(), Optional.empty(), ""))
        .orElseGet(() -> outcome.instead().orElseThrow());
  }
}
