package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.request.Request;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How leaving administration mode waits, and how it is given up: always with a word on the card and
 * the offer to ask again.
 */
@Component
class LeavePatience {

  private static final Logger log = LoggerFactory.getLogger(LeavePatience.class);

  private final RequestUpdater changes;
  private final ExecutionProperties patience;

  LeavePatience(RequestUpdater changes, ExecutionProperties patience) {
    this.changes = changes;
    this.patience = patience;
  }

  /** Whether it has taken too long since an instant. */
  boolean endsAfter(Instant since) {
    return changes.now().isAfter(since.plus(patience.leaveAdminModeTimeout()));
  }

  /** Whether an operation has had the same unrecognized status for too long since an instant. */
  boolean isIdleAfter(Instant since) {
    return changes.now().isAfter(since.plus(patience.unknownStatusTimeout()));
  }

  /** Whether what was changed should show by now. */
  boolean showsAfter(Instant since) {
    return changes.now().isAfter(since.plus(patience.adminModeTimeout()));
  }

  /** Waits with a word on the card, until it has taken too long. */
  Optional<Duration> waitOrGiveUp(Request request, Instant since, String why) {
    if (endsAfter(since)) {
      return fail(request, "It took too long. " + why, Optional.empty());
    }
    sayWhy(request, why);
    return Optional.of(patience.retryInterval());
  }

  /** The same after a call that brought no answer. */
  Optional<Duration> waitOrGiveUp(
      Request request, Instant since, String doing, AdminApiException e) {
    log.warn("{}: {} {}", request.id(), doing, e.forLog());
    String why = doing + " " + e.getMessage();
    if (endsAfter(since)) {
      return fail(request, "It took too long. " + why, Optional.of(e));
    }
    sayWhy(request, why);
    return e.answer().retryAfter().or(() -> Optional.of(patience.retryInterval()));
  }

  /** Gives it up; Holdfast can be asked again. */
  Optional<Duration> fail(Request request, String words, Optional<AdminApiException> because) {
    log.info("{}: administration mode is not left: {}", request.id(), words);
    changes.save(request, request.leaving().fail(ending(request, words, because), true));
    return StateHandler.DONE;
  }

  Outcome ending(Request request, String words, Optional<AdminApiException> because) {
    TargetAdminMode mode = request.administrationMode().orElseThrow();
    boolean refused = because.filter(AdminApiException::refused).isPresent();
    boolean called = mode.phase() == Phase.STARTING && !refused;
    return new Outcome(
        changes.now(),
        words,
        because.flatMap(e -> OperationStarter.serviceWords(e.answer())),
        because.flatMap(e -> e.answer().correlationId()),
        called || request.leaving().wish().progress().isPresent());
  }

  private void sayWhy(Request request, String why) {
    request.leaving().waitFor(why, changes.now()).ifPresent(event -> changes.save(request, event));
  }
}
