package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * FAILED and UNKNOWN: a restore that went wrong may have left its target in administration mode,
 * and whoever looks after it should be able to leave it (rules R20, R25).
 */
@Component
class LookAtMode implements Step {

  private static final Logger log = LoggerFactory.getLogger(LookAtMode.class);

  private final AdminApi api;
  private final Changes changes;
  private final ExecutionProperties patience;

  LookAtMode(AdminApi api, Changes changes, ExecutionProperties patience) {
    this.api = api;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    if (!request.mayBeInAdministrationMode()) {
      return DONE;
    }
    try {
      if (api.environment(request.terms().work().affected().id()).inAdministrationMode()) {
        boolean leavable = api.capabilities().administrationMode();
        changes.save(request, request.seenInAdministrationMode(leavable, changes.now()));
      }
      return DONE;
    } catch (AdminApiException e) {
      return onTrouble(request, e);
    }
  }

  private Optional<Duration> onTrouble(Request request, AdminApiException e) {
    Instant endedAt = request.ending().orElseThrow().at();
    if (changes.now().isAfter(endedAt.plus(patience.verifyWithin()))) {
      log.info(
          "{}: whether its target is in administration mode is not known: {}",
          request.id(),
          e.forLog());
      return DONE;
    }
    return e.answer().retryAfter().or(() -> Optional.of(patience.retryAfter()));
  }
}
