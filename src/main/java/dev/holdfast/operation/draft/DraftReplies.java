package dev.holdfast.operation.draft;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.RequestReplies;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Submits a review, and shows the request or what is in the way in its place. */
@Component
public class DraftReplies {

  private final DraftSubmission submission;
  private final RequestReplies replies;

  DraftReplies(DraftSubmission submission, RequestReplies replies) {
    this.submission = submission;
    this.replies = replies;
  }

  public void prepare(CardActionInvocation clicked) {
    submission.prepare(clicked);
  }

  /**
   * @param command the word that opens a form of one's own
   */
  public ActionResponse submit(CardActionInvocation clicked, String command) {
    DraftSubmission.Outcome outcome = submission.submit(clicked, command);
    return outcome
        .request()
        .map(request -> replies.own(request, clicked.who(), clicked.where(), Optional.empty(), ""))
        .orElseGet(() -> outcome.instead().orElseThrow());
  }
}
