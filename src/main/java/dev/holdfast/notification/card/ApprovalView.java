package dev.holdfast.notification.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.Fact;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that waits for a decision, as the approvers see it while they can decide. The closed
 * card is a {@link RequestCardView}.
 *
 * @param options audit data, new name, label and the like
 */
public record ApprovalView(
    @JsonUnwrapped Heading heading,
    @JsonUnwrapped Submission submission,
    @JsonUnwrapped RequestSubject subject,
    List<Fact> options,
    @JsonUnwrapped Findings findings,
    @JsonUnwrapped Approvals approvals,
    @JsonUnwrapped Decision decision)
    implements CardView {

  /**
   * What the card is.
   *
   * @param requestId such as {@code R-1042}
   * @param kind such as {@code Restore}
   * @param question such as {@code Approve this restore?}
   */
  public record Heading(String requestId, String kind, String question, Optional<Banner> banner) {}

  /**
   * Who wants it, and why.
   *
   * @param asked when, in the reader's zone
   */
  public record Submission(String requester, String asked, String reason) {}

  /**
   * What the checks say to it.
   *
   * @param lost what the target will lose, a sentence each
   * @param warnings the checks that are amber
   */
  public record Findings(List<String> lost, List<CheckRow> warnings) {}

  /**
   * Who has decided, and what is missing.
   *
   * @param needed such as {@code 1 of 2 approvals given}
   * @param until when it expires, in the reader's zone
   */
  public record Approvals(String needed, String until, List<DecisionRow> decisions) {}

  /**
   * What the reader can do.
   *
   * @param commentError why the comment was not taken; empty when there is nothing to say
   * @param decide data of {@code request.approve} and {@code request.reject}: requestId, version;
   *     empty on the card that all in a conversation see
   * @param refresh {@code request.refresh}: the button, and for whom it is pressed by itself
   */
  public record Decision(
      String commentError, Optional<Map<String, String>> decide, Optional<AutoRefresh> refresh) {}

  @Override
  public String template() {
    return "approval";
  }

  @Override
  public Message summary() {
    Message asked =
        Message.of(
            subject.to().isPresent() ? "card.approval.summary.pair" : "card.approval.summary",
            "requester",
            submission.requester(),
            "kind",
            heading.kind(),
            "from",
            subject.from().name(),
            "request",
            heading.requestId());
    return subject.to().map(side -> asked.with("to", side.name())).orElse(asked);
  }
}
