package dev.holdfast.operation.restore;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.operation.draft.DraftSubmission;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits a reviewed restore. */
@Component
class SubmitRestoreAction implements ImmediateAction {

  private final DraftSubmission submission;
  private final RequestReplies replies;

  SubmitRestoreAction(DraftSubmission submission, RequestReplies replies) {
    this.submission = submission;
    this.replies = replies;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("restore.submit");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("review");
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    DraftSubmission.Outcome outcome = submission.submit(clicked, RestoreSpec.KIND);
    return outcome
        .request()
        .map(request -> replies.own(request, clicked.who(), clicked.where(), Optional.empty(), ""))
        .orElseGet(() -> outcome.instead().orElseThrow());
  }
}
