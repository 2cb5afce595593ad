package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.DraftSubmission;
import dev.holdfast.chat.ImmediateAction;
import dev.holdfast.chat.RequestReplies;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Submits a reviewed restore. */
@Component
class SubmitDraftAction implements ImmediateAction {

  private final DraftSubmission submission;
  private final RequestReplies replies;

  SubmitDraftAction(DraftSubmission submission, RequestReplies replies) {
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
    DraftSubmission.Outcome outcome = submission.submit(clicked);
    return outcome
        .request()
        .map(request -> replies.own(request, clicked.who(), clicked.where(), Optional.empty(), ""))
        .orElseGet(() -> outcome.instead().orElseThrow());
  }
}
