package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Operation;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Request;
import dev.holdfast.request.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * STARTING, found again: after a crash, or after a call whose answer was lost. The call is not made
 * again before the service has shown that it started nothing.
 */
@Component
class Resume implements Step {

  private static final Logger log = LoggerFactory.getLogger(Resume.class);

  /** The service's clock and ours may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final String A_PERSON = "User";

  private final AdminApi api;
  private final Order order;
  private final Changes changes;
  private final ExecutionProperties patience;

  Resume(AdminApi api, Order order, Changes changes, ExecutionProperties patience) {
    this.api = api;
    this.order = order;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    Instant intended = request.intendedAt().orElseThrow();
    List<Operation> candidates;
    try {
      candidates = candidates(request, intended);
    } catch (AdminApiException e) {
      changes.waitFor(
          request, "Holdfast cannot see yet whether the call was taken. " + e.getMessage());
      return e.answer().retryAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    if (candidates.size() == 1 && !byAPerson(candidates.get(0))) {
      return adopt(request, candidates.get(0));
    }
    if (!candidates.isEmpty()) {
      return askAPerson(request, candidates);
    }
    Duration left = Duration.between(changes.now(), intended.plus(patience.listingGrace()));
    if (!left.isNegative() && !left.isZero()) {
      changes.waitFor(request, "Holdfast looks for the operation that the call may have started.");
      return Optional.of(left.compareTo(patience.retryAfter()) < 0 ? left : patience.retryAfter());
    }
    log.info(
        "{}: the service lists no operation of ours since {}; it is called again",
        request.id(),
        intended);
    changes.save(request, request.startingAgain(changes.now()));
    return order.place(request);
  }

  private List<Operation> candidates(Request request, Instant intended) {
    Work work = request.terms().work();
    String type = work instanceof Work.Restore ? "Restore" : "Backup";
    Instant earliest = intended.minus(SKEW);
    return api.operations(work.affected().id()).stream()
        .filter(operation -> operation.type().equalsIgnoreCase(type))
        .filter(operation -> operation.createdAt().filter(at -> at.isBefore(earliest)).isEmpty())
        .toList();
  }

  private Optional<Duration> adopt(Request request, Operation operation) {
    log.info("{}: operation {} is ours, it is followed", request.id(), operation.id());
    Instant now = changes.now();
    Instant startedAt = operation.createdAt().orElse(now);
    changes.save(
        request,
        request.started(
            Seen.of(operation, startedAt, now),
            "Found among the operations of the environment.",
            now));
    return AT_ONCE;
  }

  private Optional<Duration> askAPerson(Request request, List<Operation> candidates) {
    String ids = String.join(", ", candidates.stream().map(Operation::id).toList());
    changes.save(
        request,
        request.becomeUnknown(
            new Ending(
                changes.now(),
                "The answer to the call was lost, and which operation is ours cannot be told. Look at the operations "
                    + ids
                    + " of "
                    + request.terms().work().affected().displayName()
                    + ". Holdfast does not call again.",
                Optional.empty(),
                Optional.empty(),
                true)));
    return DONE;
  }

  private static boolean byAPerson(Operation operation) {
    return operation.requestedBy().filter(by -> by.type().equalsIgnoreCase(A_PERSON)).isPresent();
  }
}
