package dev.holdfast.approval;

import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DecisionTransaction;
import dev.holdfast.approval.PolicyEvaluator;

import dev.holdfast.approval.DecisionResult.Why;
import dev.holdfast.request.FollowUps;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.Resolution.Way;
import dev.holdfast.request.ResolutionTransitions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a person settles an outcome that is not known. */
@Service
public class OutcomeResolutionService {

  private final DecisionTransaction deciding;
  private final PolicyEvaluator policy;
  private final FollowUps followUps;

  OutcomeResolutionService(
      DecisionTransaction deciding, PolicyEvaluator policy, FollowUps followUps) {
    this.deciding = deciding;
    this.policy = policy;
    this.followUps = followUps;
  }

  /**
   * What a person said on the card.
   *
   * @param way empty when none was chosen
   * @param operation the service's id of the operation as which it ran; may be empty
   * @param looked whether the person says that they have looked at the operations
   */
  public record Word(Optional<Way> way, String operation, String comment, boolean looked) {}

  /**
   * Settles it in the name of an approver as the policy has them now; of the requester only where
   * nobody's approval was needed.
   *
   * @param version the request's version on the card that was clicked
   */
  public DecisionResult settle(RequestId id, long version, Person by, Word word) {
    return deciding.decide(
        id,
        new DecisionTransaction.Wish(by, "settle"),
        request -> objection(request, version, by, word),
        (request, now) -> settle(request, by, word, now));
  }

  private static RequestEvent settle(Request request, Person by, Word word, Instant now) {
    ResolutionTransitions settling = request.settling();
    return switch (word.way().orElseThrow()) {
      case RAN_AS -> settling.ranAs(by, word.operation(), word.comment(), now);
      case LOOK_AGAIN -> settling.lookAgain(by, word.comment(), now);
      case CALL_AGAIN -> settling.callAgain(by, word.comment(), now);
      case CONFIRMED -> settling.confirmed(by, word.comment(), now);
      case GIVE_UP -> settling.giveUp(by, word.comment(), now);
    };
  }

  /** Whether a person could settle the request as it is now. */
  public boolean canSettle(Request request, Person person) {
    return mayNot(request, person).isEmpty() && !request.leaving().isUnderWay();
  }

  private Optional<Why> mayNot(Request request, Person by) {
    boolean own = by.isSameAs(request.terms().requester());
    if (own && request.terms().approvals() > 0) {
      return Optional.of(Why.OWN_REQUEST);
    }
    if (!(own ? mayAsk(request, by) : policy.mayDecide(by, request.terms().work()))) {
      return Optional.of(Why.NOT_AN_APPROVER);
    }
    return request.settling().ways().isEmpty()
        ? Optional.of(Why.NOTHING_TO_SETTLE)
        : Optional.empty();
  }

  private Optional<Why> objection(Request request, long version, Person by, Word word) {
    Optional<Why> mayNot = mayNot(request, by);
    if (mayNot.isPresent()) {
      return mayNot;
    }
    if (request.version() != version) {
      return Optional.of(Why.STALE);
    }
    if (request.leaving().isUnderWay()) {
      return Optional.of(Why.BEING_LEFT);
    }
    return missing(request, word).or(() -> forbidden(request, word));
  }

  private boolean mayAsk(Request request, Person by) {
    return policy.mayAsk(by, request.terms().work());
  }

  private static Optional<Why> missing(Request request, Word word) {
    if (word.way().filter(request.settling().ways()::contains).isEmpty()) {
      return Optional.of(Why.WAY_MISSING);
    }
    Way way = word.way().get();
    if (way == Way.RAN_AS && word.operation().isBlank()) {
      return Optional.of(Why.OPERATION_MISSING);
    }
    if (way.needsComment() && word.comment().isBlank()) {
      return Optional.of(Why.REASON_MISSING);
    }
    return way == Way.CALL_AGAIN && !word.looked()
        ? Optional.of(Why.OPERATIONS_NOT_LOOKED_AT)
        : Optional.empty();
  }

  private Optional<Why> forbidden(Request request, Word word) {
    return word.way().filter(followUps.settling(request)::contains).isEmpty()
        ? Optional.of(Why.NO_LONGER_APPROVED)
        : Optional.empty();
  }
}
