package dev.holdfast.approval;

import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.store.ConcurrentUpdateException;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One decision on a request as it is now: checked, made and stored in one transaction. */
@Component
class DecisionTransaction {

  private static final Set<DenialReason> NOT_ENTITLED =
      EnumSet.of(
          DenialReason.OWN_REQUEST,
          DenialReason.NOT_AN_APPROVER,
          DenialReason.GROUP_UNREADABLE,
          DenialReason.NOT_THE_REQUESTER,
          DenialReason.NOT_INVOLVED,
          DenialReason.MAY_NOT_TICK,
          DenialReason.OWN_PROPOSAL,
          DenialReason.OWN_EMERGENCY,
          DenialReason.NOT_A_REVIEWER);

  private final RequestRepository requests;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DecisionTransaction(RequestRepository requests, Clock clock, TransactionTemplate transaction) {
    this.requests = requests;
    this.clock = clock;
    this.transaction = transaction;
  }

  Instant now() {
    return clock.instant();
  }

  DecisionResult decide(
      RequestId id,
      DecisionAttempt wish,
      Function<Request, Optional<DenialReason>> check,
      BiFunction<Request, Instant, RequestEvent> transition) {
    return decide(id, this::read, wish, refused(check), transition);
  }

  /** The same, where what is against it comes with words. */
  DecisionResult decideUnless(
      RequestId id,
      DecisionAttempt wish,
      Function<Request, Optional<Refused>> check,
      BiFunction<Request, Instant, RequestEvent> transition) {
    return decide(id, this::read, wish, check, transition);
  }

  /** The same, and nobody else decides meanwhile: for what stores more than a change of it. */
  DecisionResult decideLocked(
      RequestId id,
      DecisionAttempt wish,
      Function<Request, Optional<DenialReason>> check,
      BiFunction<Request, Instant, RequestEvent> transition) {
    return decide(
        id, known -> found(known, requests.lock(known)), wish, refused(check), transition);
  }

  /**
   * The same where only the parts of a request change. It isn't locked itself: a part that ends
   * locks what it's a part of.
   */
  DecisionResult decideAboutParts(
      RequestId id,
      DecisionAttempt wish,
      Function<Request, Optional<DenialReason>> check,
      BiConsumer<Request, Instant> change) {
    try {
      return transaction.execute(
          status -> {
            Request request = read(id);
            Optional<DenialReason> why = check.apply(request);
            if (why.isPresent()) {
              record(request, wish, why.get());
              return new Refused(request, why.get());
            }
            change.accept(request, clock.instant());
            return new Done(request);
          });
    } catch (ConcurrentUpdateException lost) {
      return new Refused(read(id), DenialReason.STALE);
    }
  }

  private static Function<Request, Optional<Refused>> refused(
      Function<Request, Optional<DenialReason>> check) {
    return request -> check.apply(request).map(why -> new Refused(request, why));
  }

  private DecisionResult decide(
      RequestId id,
      Function<RequestId, Request> reader,
      DecisionAttempt wish,
      Function<Request, Optional<Refused>> check,
      BiFunction<Request, Instant, RequestEvent> transition) {
    try {
      return transaction.execute(
          status -> {
            Request request = reader.apply(id);
            Optional<Refused> refused = check.apply(request);
            if (refused.isPresent()) {
              record(request, wish, refused.get().why());
              return refused.get();
            }
            requests.save(request, transition.apply(request, clock.instant()));
            return new Done(request);
          });
    } catch (ConcurrentUpdateException lost) {
      return new Refused(read(id), DenialReason.STALE);
    }
  }

  /** Who may not decide and tries to is what an auditor asks for; a late click is not. */
  private void record(Request request, DecisionAttempt wish, DenialReason why) {
    if (NOT_ENTITLED.contains(why)) {
      requests.publish(
          new AuditEvent(
              request.id(),
              AuditEventType.DECISION_REFUSED,
              request.state(),
              wish.by(),
              clock.instant(),
              wish.what() + ": " + why));
    }
  }

  private Request read(RequestId id) {
    return found(id, requests.find(id));
  }

  private static Request found(RequestId id, Optional<Request> request) {
    return request.orElseThrow(
        () -> new IllegalArgumentException("There is no request " + id + "."));
  }
}
