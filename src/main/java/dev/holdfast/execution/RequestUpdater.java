package dev.holdfast.execution;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Saves what a step changed, each change in a transaction of its own that is over before the next
 * call goes out.
 */
@Component
class RequestUpdater {

  private final RequestRepository requests;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RequestUpdater(RequestRepository requests, TransactionTemplate transaction, Clock clock) {
    this.requests = requests;
    this.transaction = transaction;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void save(StepTransitions call, RequestEvent event) {
    save(call.request(), event);
  }

  void save(Request request, RequestEvent event) {
    transaction.executeWithoutResult(status -> requests.save(request, event));
  }

  /** Saves a change with what belongs to it, all or nothing. */
  void saveWith(Request request, Supplier<RequestEvent> change) {
    transaction.executeWithoutResult(status -> requests.save(request, change.get()));
  }

  /** Saves a change that may be none that a reader would notice. */
  void save(Request request, Optional<RequestEvent> event) {
    transaction.executeWithoutResult(
        status ->
            event.ifPresentOrElse(
                happened -> requests.save(request, happened),
                () -> requests.saveQuietly(request, clock.instant())));
  }

  /** Saves what no reader would notice. */
  void saveQuietly(Request request) {
    save(request, Optional.empty());
  }

  /** Says on the card why it does not go on. */
  void waitFor(Request request, Message why) {
    request.waitFor(why, clock.instant()).ifPresent(event -> save(request, event));
  }
}
