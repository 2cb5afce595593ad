package dev.holdfast.approval;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.ResolutionTransitions;
import dev.holdfast.request.followup.ChecklistSource;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.step.ResolutionKind;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a person settles an outcome that is not known, or doesn't wait for it any longer. */
@Service
public class OutcomeResolutionService {

  private final DecisionTransaction deciding;
  private final PermissionEvaluator permissions;
  private final FollowUps followUps;
  private final ChecklistSource checklists;

  OutcomeResolutionService(
      DecisionTransaction deciding,
      PermissionEvaluator permissions,
      FollowUps followUps,
      ChecklistSource checklists) {
    this.deciding = deciding;
    this.permissions = permissions;
    this.followUps = followUps;
    this.checklists = checklists;
  }

  /**
   * Settles it in the name of an approver as the policy has them now; of the requester only where
   * nobody's approval was needed. To call again takes two people: the first proposes it, and
   * another one confirms.
   *
   * @param version the request's version on the card that was clicked
   */
  public DecisionResult resolve(RequestId id, long version, Person by, ResolutionInput word) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "settle"),
        request -> objection(request, version, by, word),
        (request, now) -> {
          RequestEvent resolved = resolve(request, by, word, now);
          checklists.fix(request);
          return resolved;
        });
  }

  /**
   * Ends the waiting for late finance and operations apps, as an unknown outcome that is resolved
   * next. It takes no version: each look at the apps may change what the card says of them, and
   * nothing of that changes what is decided.
   */
  public DecisionResult stopWaiting(RequestId id, Person by, String comment) {
    return deciding.decideLocked(
        id,
        new DecisionAttempt(by, "stopWaiting"),
        request ->
            permissions
                .whyNot(by, Permission.STOP_WAITING, request)
                .or(() -> DenialReason.REASON_MISSING.unless(!comment.isBlank())),
        (request, now) -> request.completed().stopWaiting(by, comment, now));
  }

  private static RequestEvent resolve(
      Request request, Person by, ResolutionInput word, Instant now) {
    ResolutionTransitions settling = request.resolution();
    return switch (word.kind().orElseThrow()) {
      case RAN_AS -> settling.resolveAsOperation(by, word.operation(), word.comment(), now);
      case LOOK_AGAIN -> settling.lookAgain(by, word.comment(), now);
      case CALL_AGAIN ->
          settling.proposal(now).isPresent()
              ? settling.callAgain(by, word.comment(), now)
              : settling.proposeCallAgain(by, word.comment(), now);
      case CONFIRMED -> settling.confirm(by, word.comment(), now);
      case GIVE_UP -> settling.giveUp(by, word.comment(), now);
    };
  }

  private Optional<DenialReason> objection(
      Request request, long version, Person by, ResolutionInput word) {
    boolean stale = request.version() != version;
    boolean again = word.kind().filter(way -> way == ResolutionKind.CALL_AGAIN).isPresent();
    return permissions
        .whyNot(by, again ? Permission.CALL_AGAIN : Permission.RESOLVE, request)
        .filter(reason -> !(stale && reason == DenialReason.BEING_LEFT))
        .or(() -> stale ? Optional.of(DenialReason.STALE) : Optional.empty())
        .or(() -> missing(request, word))
        .or(() -> forbidden(request, word));
  }

  private static Optional<DenialReason> missing(Request request, ResolutionInput word) {
    if (word.kind().filter(request.resolution().options()::contains).isEmpty()) {
      return Optional.of(DenialReason.WAY_MISSING);
    }
    ResolutionKind way = word.kind().get();
    if (way == ResolutionKind.RAN_AS && word.operation().isBlank()) {
      return Optional.of(DenialReason.OPERATION_MISSING);
    }
    if (way.needsComment() && word.comment().isBlank()) {
      return Optional.of(DenialReason.REASON_MISSING);
    }
    return way == ResolutionKind.CALL_AGAIN && !word.looked()
        ? Optional.of(DenialReason.OPERATIONS_NOT_LOOKED_AT)
        : Optional.empty();
  }

  private Optional<DenialReason> forbidden(Request request, ResolutionInput word) {
    return word.kind().filter(followUps.resolutionOptions(request)::contains).isEmpty()
        ? Optional.of(DenialReason.NO_LONGER_APPROVED)
        : Optional.empty();
  }
}
