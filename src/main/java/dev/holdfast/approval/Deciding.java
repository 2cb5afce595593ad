package dev.holdfast.approval;

import dev.holdfast.approval.Decided.Done;
import dev.holdfast.approval.Decided.Refused;
import dev.holdfast.approval.Decided.Why;
import dev.holdfast.request.LostRaceException;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One decision on a request as it is now: checked, made and stored in one transaction. */
@Component
class Deciding {

  private final Requests requests;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Deciding(Requests requests, Clock clock, TransactionTemplate transaction) {
    this.requests = requests;
    this.clock = clock;
    this.transaction = transaction;
  }

  Decided decide(
      RequestId id,
      Function<Request, Optional<Why>> check,
      BiFunction<Request, Instant, RequestEvent> transition) {
    try {
      return transaction.execute(
          status -> {
            Request request = read(id);
            Optional<Why> why = check.apply(request);
            if (why.isPresent()) {
              return new Refused(request, why.get());
            }
            requests.save(request, transition.apply(request, clock.instant()));
            return new Done(request);
          });
    } catch (LostRaceException lost) {
      return new Refused(read(id), Why.STALE);
    }
  }

  private Request read(RequestId id) {
    return requests
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no request " + id + "."));
  }
}
