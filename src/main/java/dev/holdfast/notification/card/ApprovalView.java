package dev.holdfast.notification.card;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that waits for a decision, as the approvers see it while they can decide. The closed
 * card is a {@link RequestCardView}.
 *
 * @param requestId such as {@code R-1042}
 * @param kind such as {@code Restore}
 * @param question such as {@code Approve this restore?}
 * @param requester who asks
 * @param asked when, in the reader's zone
 * @param to the environment that is overwritten; empty for a backup
 * @param point the restore point; empty where there is none
 * @param pointName such as {@code manual backup “Before go-live”}; may be empty
 * @param options audit data, new name, label and the like
 * @param lost what the target will lose, a sentence each
 * @param warnings the checks that are amber
 * @param needed such as {@code 1 of 2 approvals given}
 * @param until when it expires, in the reader's zone
 * @param commentError why the comment was not taken; empty when there is nothing to say
 * @param decide data of {@code request.approve} and {@code request.reject}: requestId, version;
 *     empty on the card that all in a conversation see
 * @param refresh {@code request.refresh}: the button, and for whom it is pressed by itself
 */
public record ApprovalView(
    String requestId,
    String kind,
    String question,
    Optional<Banner> banner,
    String requester,
    String asked,
    String reason,
    EnvironmentSummary from,
    Optional<EnvironmentSummary> to,
    Optional<ZonedTime> point,
    String pointName,
    List<Fact> options,
    List<String> lost,
    List<CheckRow> warnings,
    String needed,
    String until,
    List<DecisionRow> decisions,
    String commentError,
    Optional<Map<String, String>> decide,
    Optional<AutoRefresh> refresh)
    implements CardView {

  @Override
  public String template() {
    return "approval";
  }

  @Override
  public Message summary() {
    Message asked =
        Message.of(
            to.isPresent() ? "card.approval.summary.pair" : "card.approval.summary",
            "requester",
            requester,
            "kind",
            kind,
            "from",
            from.name(),
            "request",
            requestId);
    return to.map(side -> asked.with("to", side.name())).orElse(asked);
  }
}
