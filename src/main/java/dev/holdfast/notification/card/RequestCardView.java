package dev.holdfast.notification.card;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one card that follows a request through its states. An empty action has no button; a closed
 * card has none.
 *
 * @param requestId such as {@code R-1042}
 * @param kind such as {@code Restore}
 * @param state such as {@code Waiting for approval}
 * @param banner a word to the one who clicked, such as {@code Already approved by Megan Bowen at
 *     10:02}
 * @param to the environment that is overwritten; empty for a backup
 * @param point the restore point; empty where there is none
 * @param pointName such as {@code manual backup “Before go-live”}; may be empty
 * @param facts requested by, reason, options, started, elapsed
 * @param decisions in the order in which they were made
 * @param stages of the operation, once it runs
 * @param progress where it stands, in a sentence; may be empty
 * @param outcome how it ended, in a sentence; may be empty
 * @param nextSteps what there is to do now, a sentence each
 * @param service the service's own words on a failure
 * @param adminMode administration mode on the target; empty when it is no matter
 * @param settle how an outcome that is not known is or was settled; empty when it is no matter
 * @param again data of {@code request.again}: requestId; empty for no button
 * @param undo data of {@code request.undo}: requestId
 * @param cancel data of {@code request.cancel}: requestId, version
 * @param refresh {@code request.refresh}: the button, and for whom it is pressed by itself
 */
public record RequestCardView(
    String requestId,
    String kind,
    String state,
    Tone tone,
    Optional<Banner> banner,
    EnvironmentSummary from,
    Optional<EnvironmentSummary> to,
    Optional<ZonedTime> point,
    String pointName,
    List<Fact> facts,
    List<DecisionRow> decisions,
    List<StageRow> stages,
    String progress,
    String outcome,
    List<String> nextSteps,
    Optional<ServiceErrorDetails> service,
    Optional<AdminModeView> adminMode,
    Optional<OutcomeResolutionView> settle,
    Optional<Map<String, String>> again,
    Optional<Map<String, String>> undo,
    Optional<Map<String, String>> cancel,
    Optional<AutoRefresh> refresh)
    implements CardView {

  @Override
  public String template() {
    return "request";
  }

  @Override
  public Message summary() {
    Message standing =
        Message.of(
            to.isPresent() ? "card.request.summary.pair" : "card.request.summary",
            "request",
            requestId,
            "state",
            state,
            "kind",
            kind,
            "from",
            from.name());
    return to.map(side -> standing.with("to", side.name())).orElse(standing);
  }
}
