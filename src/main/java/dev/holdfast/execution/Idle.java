package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Operation;
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
 * An operation that says the same unknown word, such as {@code Cancelled}, while nothing is at work
 * on its environment may be over. Whether it succeeded, only a person can tell.
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

  /** Whether it was handed to a person; otherwise it is followed further. */
  boolean handOver(Call call, Operation operation) {
    Instant now = changes.now();
    boolean changed =
        call.progress()
            .flatMap(Progress::wordSince)
            .filter(since -> now.isAfter(since.plus(patience.idleWithin())))
            .isEmpty();
    if (changed || isAtWork(call)) {
      return false;
    }
    changes.save(
        call,
        call.becomeUnknown(
            new Ending(
                now,
                "The service says %s of its operation, a word that Holdfast does not know, and nothing is at work on %s. Look at the environment in the admin center."
                    .formatted(operation.stateWord(), call.work().affected().displayName()),
                Optional.empty(),
                Optional.of(operation.id()),
                true),
            List.of(Seen.candidate(operation, now))));
    return true;
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
