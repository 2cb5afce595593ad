package dev.holdfast.environment.preflight.validation;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Stage;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.support.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Follows the operation as which a service checks an order. One that does what only a real one does
 * is taken for it, whatever was asked.
 */
@Component
public class ValidationFollower {

  private static final Logger log = LoggerFactory.getLogger(ValidationFollower.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /** Stages in which a restore or copy does its work (facts 1.5). */
  private static final Set<String> WORK = Set.of("prepare", "run", "finalize");

  private final AdminApi api;
  private final Clock clock;
  private final Sleeper pause;
  private final Duration patience;

  @Autowired
  ValidationFollower(
      AdminApi api,
      Clock clock,
      @Value("${holdfast.admin-api.validation-patience:10s}") Duration patience) {
    this(api, clock, time -> Thread.sleep(time.toMillis()), patience);
  }

  /**
   * @param pause how it waits between two looks
   * @param patience how long a person is kept waiting for a review
   */
  public ValidationFollower(AdminApi api, Clock clock, Sleeper pause, Duration patience) {
    this.api = api;
    this.clock = clock;
    this.pause = pause;
    this.patience = patience;
  }

  /** Looks until it has ended, or for as long as a review may take. */
  public ValidationEnd follow(OperationLocator operation) {
    Instant began = clock.instant();
    Duration waited = Duration.ZERO;
    Optional<AdminOperation> before = Optional.empty();
    while (true) {
      Optional<AdminOperation> seen = seen(operation);
      ValidationEnd end = end(seen, before);
      before = seen;
      Duration spent = longer(waited, Duration.between(began, clock.instant()));
      if (!(end instanceof ValidationEnd.Pending)
          || spent.plus(BETWEEN_LOOKS).compareTo(patience) > 0
          || !waits()) {
        return end;
      }
      waited = waited.plus(BETWEEN_LOOKS);
    }
  }

  /** Looks once. */
  public ValidationEnd look(OperationLocator operation) {
    return end(seen(operation), Optional.empty());
  }

  private Optional<AdminOperation> seen(OperationLocator operation) {
    try {
      return api.poll(operation) instanceof PollResult.Seen seen
          ? Optional.of(seen.operation())
          : Optional.empty();
    } catch (AdminApiException e) {
      log.info("How the service's own check goes isn't known: {}", e.forLog());
      return Optional.empty();
    }
  }

  private static ValidationEnd end(Optional<AdminOperation> seen, Optional<AdminOperation> before) {
    return seen.map(operation -> end(operation, before)).orElseGet(ValidationEnd.Pending::new);
  }

  private static ValidationEnd end(AdminOperation operation, Optional<AdminOperation> before) {
    if (works(operation)) {
      return new ValidationEnd.Started(operation);
    }
    return switch (word(operation)) {
      case "validationpassed" -> passed(operation, before);
      case "validationfailed", "nooperation" -> failed(operation);
      default ->
          operation.state().ended()
              ? new ValidationEnd.Started(operation)
              : new ValidationEnd.Pending();
    };
  }

  /**
   * One that doesn't say when it ended may still go on to be carried out, so it has passed only
   * when it's found unchanged. A fault that is only the word itself is no objection.
   */
  private static ValidationEnd passed(AdminOperation operation, Optional<AdminOperation> before) {
    boolean objected =
        operation
            .error()
            .filter(fault -> !fault.code().equalsIgnoreCase(operation.stateWord()))
            .isPresent();
    if (objected) {
      return failed(operation);
    }
    boolean unchanged = before.filter(one -> word(one).equals(word(operation))).isPresent();
    return operation.state().ended() || unchanged
        ? new ValidationEnd.Passed()
        : new ValidationEnd.Pending();
  }

  private static ValidationEnd failed(AdminOperation operation) {
    List<String> objections =
        operation
            .error()
            .map(AdminOperation.Fault::message)
            .filter(words -> !words.isBlank())
            .stream()
            .toList();
    return new ValidationEnd.Failed(operation.stateWord(), objections);
  }

  private static boolean works(AdminOperation operation) {
    return operation.stages().stream()
        .filter(stage -> WORK.contains(stage.name().toLowerCase(Locale.ROOT)))
        .anyMatch(ValidationFollower::hasBegun);
  }

  private static boolean hasBegun(Stage stage) {
    return stage.state() == State.RUNNING
        || stage.state() == State.FAILED
        || (stage.state() == State.SUCCEEDED && !stage.stateWord().equalsIgnoreCase("skipped"));
  }

  private static String word(AdminOperation operation) {
    return operation.stateWord().toLowerCase(Locale.ROOT);
  }

  private boolean waits() {
    try {
      pause.last(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
