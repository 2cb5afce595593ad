package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.Fault;
import dev.holdfast.request.Call;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands operations to a person whose status doesn't say how they ended: those with a final status
 * that Holdfast doesn't recognize, such as {@code Cancelled}, at once; those with any other
 * unrecognized status when it stays the same while nothing runs on the environment.
 */
@Component
class Idle {

  private static final Logger log = LoggerFactory.getLogger(Idle.class);

  private final AdminApi api;
  private final Changes changes;
  private final ExecutionProperties patience;

  Idle(AdminApi api, Changes changes, ExecutionProperties patience) {
    this.api = api;
    this.changes = changes;
    this.patience = patience;
  }

  /** The service says that it's over, and not how: the outcome is for a person to find out. */
  void handOverEnded(Call call, Operation operation) {
    handOver(
        call,
        operation,
        "Power Platform reports that the operation on %s ended with the status %s. That doesn't say whether it succeeded, so the outcome is unknown. Check the environment in the Power Platform admin center."
            .formatted(call.work().affected().displayName(), operation.stateWord()));
  }

  /** Whether it was handed to a person; otherwise it is followed further. */
  boolean handOverIdle(Call call, Operation operation) {
    Instant now = changes.now();
    boolean changed =
        call.progress()
            .flatMap(Progress::wordSince)
            .filter(since -> now.isAfter(since.plus(patience.idleWithin())))
            .isEmpty();
    if (changed || isAtWork(call)) {
      return false;
    }
    handOver(
        call,
        operation,
        "The operation has a status that Holdfast doesn't recognize (%s), and nothing is running on %s. Check the environment in the Power Platform admin center."
            .formatted(operation.stateWord(), call.work().affected().displayName()));
    return true;
  }

  private void handOver(Call call, Operation operation, String words) {
    Instant now = changes.now();
    Optional<String> said = operation.error().map(Fault::words).filter(text -> !text.isEmpty());
    changes.save(
        call,
        call.becomeUnknown(
            new Ending(now, words, said, Optional.of(operation.id()), true),
            List.of(Seen.candidate(operation, now))));
  }

  private boolean isAtWork(Call call) {
    try {
      ModeLook look = ModeLook.at(api, call.work().affected().id());
      return look.busyWith().isPresent();
    } catch (AdminApiException e) {
      log.info(
          "{}: whether its operation is over is not known: {}", call.request().id(), e.forLog());
      return true;
    }
  }
}
