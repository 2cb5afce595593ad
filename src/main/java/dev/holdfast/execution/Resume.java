package dev.holdfast.execution;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Started;
import dev.holdfast.request.Call;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Request;
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

  private final Tracing tracing;
  private final CallAgain callAgain;
  private final Changes changes;
  private final ExecutionProperties patience;

  Resume(Tracing tracing, CallAgain callAgain, Changes changes, ExecutionProperties patience) {
    this.tracing = tracing;
    this.callAgain = callAgain;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    return find(request.call());
  }

  /** Looks for what a call has started. */
  Optional<Duration> find(Call call) {
    Trace trace;
    try {
      trace = tracing.of(call);
    } catch (AdminApiException e) {
      return callAgain.unreadable(
          call, e.getMessage(), e.answer().retryAfter().orElse(patience.retryAfter()));
    }
    if (trace instanceof Trace.Ours ours) {
      return adopt(call, ours.operation());
    } else if (trace instanceof Trace.BackupMade) {
      return adoptBackup(call);
    } else if (trace instanceof Trace.Unclear unclear) {
      return askAPerson(call, unclear.operations());
    }
    return callAgain.nothingShown(call);
  }

  private Optional<Duration> adopt(Call call, Operation operation) {
    log.info("{}: operation {} is ours, it is followed", call.request().id(), operation.id());
    Instant now = changes.now();
    Instant startedAt = operation.createdAt().orElse(now);
    changes.save(
        call,
        call.started(
            Seen.of(operation, startedAt, now),
            "Found among the operations of the environment.",
            now));
    return AT_ONCE;
  }

  private Optional<Duration> adoptBackup(Call call) {
    Instant now = changes.now();
    Started made =
        new Started(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    changes.save(
        call,
        call.started(Seen.first(made, now), "Found among the backups of the environment.", now));
    return AT_ONCE;
  }

  private Optional<Duration> askAPerson(Call call, List<Operation> operations) {
    Instant now = changes.now();
    String ids = String.join(", ", operations.stream().map(Operation::id).toList());
    changes.save(
        call,
        call.becomeUnknown(
            new Ending(
                now,
                "The answer to the call was lost, and which operation is ours cannot be told. Look at the operations "
                    + ids
                    + " of "
                    + call.work().affected().displayName()
                    + ". Holdfast does not call again.",
                Optional.empty(),
                Optional.empty(),
                true),
            operations.stream().map(found -> Seen.candidate(found, now)).toList()));
    return DONE;
  }
}
