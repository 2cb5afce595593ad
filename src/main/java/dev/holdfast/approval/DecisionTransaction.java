package dev.holdfast.approval;

import dev.holdfast.approval.DecisionResult;

import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.approval.DecisionResult.Why;
import dev.holdfast.request.AuditEvent;
import dev.holdfast.request.ConcurrentUpdateException;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One decision on a request as it is now: checked, made and stored in one transaction. */
@Component
class DecisionTransaction {

  private static final Set<Why> NOT_ENTITLED =
      EnumSet.of(Why.OWN_REQUEST, Why.NOT_AN_APPROVER, Why.NOT_THE_REQUESTER, Why.NOT_INVOLVED);

  private final RequestRepository requests;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DecisionTransaction(RequestRepository requests, Clock clock, TransactionTemplate transaction) {
    this.requests = requests;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * What somebody wants to do.
   *
   * @param what as an auditor reads it, such as {@code approve}
   */
  record Wish(Person by, String what) {}

  DecisionResult decide(
      RequestId id,
      Wish wish,
      Function<Request, Optional<Why>> check,
      BiFunction<Request, Instant, RequestEvent> transition) {
    try {
      return transaction.execute(
          status -> {
            Request request = read(id);
            Optional<Why> why = check.apply(request);
            if (why.isPresent()) {
              record(request, wish, why.get());
              return new Refused(request, why.get());
            }
            requests.save(request, transition.apply(request, clock.instant()));
            return new Done(request);
          });
    } catch (ConcurrentUpdateException lost) {
      return new Refused(read(id), Why.STALE);
    }
  }

  /** Who may not decide and tries to is what an auditor asks for; a late click is not. */
  private void record(Request request, Wish wish, Why why) {
    if (NOT_ENTITLED.contains(why)) {
      requests.record(
          new AuditEvent(
              request.id(),
              AuditEvent.What.DECISION_REFUSED,
              request.state(),
              wish.by(),
              clock.instant(),
              wish.what() + ": " + why));
    }
  }

  private Request read(RequestId id) {
    return requests
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no request " + id + "."));
  }
}
