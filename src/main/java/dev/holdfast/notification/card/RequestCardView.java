package dev.holdfast.notification.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.notification.card.checklist.ChecklistView;
import dev.holdfast.notification.card.parts.PartRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one card that follows a request through its states. An empty action has no button; a closed
 * card has none.
 *
 * @param facts requested by, reason, options, started, elapsed
 * @param settle how an outcome that is not known is or was settled; empty when it is no matter
 */
public record RequestCardView(
    @JsonUnwrapped Heading heading,
    @JsonUnwrapped RequestSubject subject,
    List<Fact> facts,
    @JsonUnwrapped Course course,
    @JsonUnwrapped Result result,
    @JsonUnwrapped Target target,
    Optional<OutcomeResolutionView> settle,
    @JsonUnwrapped Actions actions)
    implements CardView {

  /**
   * What the card is, and where the request stands.
   *
   * @param requestId such as {@code R-1042}
   * @param kind such as {@code Restore}
   * @param state such as {@code Waiting for approval}
   * @param banner a word to the one who clicked, such as {@code Already approved by Megan Bowen at
   *     10:02}
   */
  public record Heading(
      String requestId, String kind, String state, Tone tone, Optional<Banner> banner) {}

  /**
   * How it got where it stands.
   *
   * @param decisions in the order in which they were made
   * @param stages of the operation, once it runs
   * @param progress where it stands, in a sentence; may be empty
   * @param parts the requests that carry it out; empty where it calls the admin API itself
   */
  public record Course(
      List<DecisionRow> decisions, List<StageRow> stages, String progress, List<PartRow> parts) {

    /** Of what calls the admin API itself. */
    public Course(List<DecisionRow> decisions, List<StageRow> stages, String progress) {
      this(decisions, stages, progress, List.of());
    }
  }

  /**
   * What came of it.
   *
   * @param outcome how it ended, in a sentence; may be empty
   * @param nextSteps what there is to do now, a sentence each
   * @param service the service's own words on a failure
   */
  public record Result(
      String outcome, List<String> nextSteps, Optional<ServiceErrorDetails> service) {}

  /**
   * What there is to do on the target.
   *
   * @param adminMode administration mode on it; empty when it is no matter
   * @param checklist what is to be done after it was overwritten; empty when nothing is
   */
  public record Target(Optional<AdminModeView> adminMode, Optional<ChecklistView> checklist) {

    public static final Target NONE = new Target(Optional.empty(), Optional.empty());
  }

  /**
   * What the reader can do.
   *
   * @param again data of {@code request.again}: requestId; empty for no button
   * @param temporary whether the failure goes away by itself, so that the same is tried again
   * @param undo data of {@code request.undo}: requestId
   * @param withdraw data of {@code request.withdraw}: requestId, version
   * @param cancel data of {@code request.cancel}: requestId, version
   * @param support data of {@code request.supportDetails}: requestId
   * @param refresh {@code request.refresh}: the button, and for whom it is pressed by itself
   * @param review data of {@code request.review}: requestId
   */
  public record Actions(
      Optional<Map<String, String>> again,
      boolean temporary,
      Optional<Map<String, String>> undo,
      Optional<Map<String, String>> withdraw,
      Optional<Map<String, String>> cancel,
      Optional<Map<String, String>> support,
      Optional<AutoRefresh> refresh,
      Optional<Map<String, String>> review) {

    /** Without trouble that Microsoft Support would be asked about. */
    public Actions(
        Optional<Map<String, String>> again,
        Optional<Map<String, String>> undo,
        Optional<Map<String, String>> withdraw,
        Optional<Map<String, String>> cancel,
        Optional<AutoRefresh> refresh,
        Optional<Map<String, String>> review) {
      this(again, false, undo, withdraw, cancel, Optional.empty(), refresh, review);
    }

    static Actions none() {
      return new Actions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** The same without a button of its own. */
  RequestCardView closed() {
    return new RequestCardView(
        heading, subject, facts, course, result, target, settle, Actions.none());
  }

  @Override
  public String template() {
    return "request";
  }

  @Override
  public Message summary() {
    Message standing =
        Message.of(
            subject.to().isPresent() ? "card.request.summary.pair" : "card.request.summary",
            "request",
            heading.requestId(),
            "state",
            heading.state(),
            "kind",
            heading.kind(),
            "from",
            subject.from().name());
    return subject.to().map(side -> standing.with("to", side.name())).orElse(standing);
  }
}
