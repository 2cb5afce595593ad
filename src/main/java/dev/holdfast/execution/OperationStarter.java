package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.environment.BlockingOperation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one place that calls the admin API to start something. It expects that the intent is
 * committed; see {@link StartHandler} and {@link StartReconciliationHandler}.
 */
@Component
class OperationStarter {

  private static final Logger log = LoggerFactory.getLogger(OperationStarter.class);

  private final AdminApi api;
  private final LostCallFinder finder;
  private final OperationCatalog operations;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  OperationStarter(
      AdminApi api,
      LostCallFinder finder,
      OperationCatalog operations,
      RequestUpdater updater,
      ExecutionProperties settings) {
    this.operations = operations;
    this.finder = finder;
    this.api = api;
    this.updater = updater;
    this.settings = settings;
  }

  Optional<Duration> start(StepTransitions call) {
    if (isStale(call)) {
      log.warn("{}: the intent to call is too old to be carried out", call.request().id());
      return StateHandler.AT_ONCE;
    }
    log.info("{} now calls the admin API: {}", call.request().id(), call.spec().kind());
    try {
      OperationAccepted started = operations.of(call.spec()).start(api);
      Instant now = updater.now();
      updater.save(
          call,
          call.accepted(ProgressMapper.first(started, now), "The service took the order.", now));
      return started.retryAfter().or(() -> StateHandler.AT_ONCE);
    } catch (AdminApiException e) {
      return afterTrouble(call, e);
    }
  }

  /**
   * A process that stood still, or waited long for its commit, may have been taken for dead and its
   * work taken over: by the end of the grace another one may call. It looks first, as that one
   * does.
   */
  private boolean isStale(StepTransitions call) {
    Instant intended = call.startCommittedAt().orElseThrow();
    return updater.now().isAfter(intended.plus(settings.operationListingDelay().dividedBy(2)));
  }

  private Optional<Duration> afterTrouble(StepTransitions call, AdminApiException e) {
    Instant now = updater.now();
    Duration pause = e.answer().retryAfter().orElse(settings.retryInterval());
    if (!e.refused()) {
      log.warn(
          "{}: the fate of the call is open, its operation is looked for next: {}",
          call.request().id(),
          e.forLog());
      updater.waitFor(
          call.request(),
          "The answer to the call was lost. Holdfast looks for the operation before it does"
              + " anything else.");
      return Optional.of(pause);
    }
    String heldBy = blockingOperation(call.spec(), e);
    if (call.attempts().made() > 1 && mayHaveBegun(call, heldBy)) {
      return afterRefusedRepetition(call, e, pause);
    }
    log.info("{}: the service did not begin: {}", call.request().id(), e.forLog());
    return switch (e.kind()) {
      case BUSY, NOT_YET, THROTTLED, UNREACHABLE, UNAUTHORIZED -> {
        RequestEvent back = call.notStarted(e.getMessage() + heldBy, now);
        updater.save(call, back);
        yield Optional.of(pause);
      }
      default -> {
        updater.save(call, call.fail(refusal(e, now)));
        yield StateHandler.DONE;
      }
    };
  }

  /** Whether an earlier call may be why this one is refused: what is in the way may be its own. */
  private boolean mayHaveBegun(StepTransitions call, String heldBy) {
    try {
      return heldBy.isEmpty() || !(finder.find(call) instanceof LostCallSearchResult.NotFound);
    } catch (AdminApiException e) {
      return true;
    }
  }

  /**
   * The answer to an earlier call was lost. What that call began may be listed late, and may be why
   * this one is refused: putting the request back would run it a second time, and saying that
   * nothing was changed might not be true.
   */
  private Optional<Duration> afterRefusedRepetition(
      StepTransitions call, AdminApiException e, Duration pause) {
    log.warn(
        "{}: the repeated call is refused, an earlier one may have begun and is looked for: {}",
        call.request().id(),
        e.forLog());
    updater.waitFor(
        call.request(),
        "Power Platform refused the repeated call. An earlier call might have started the"
            + " operation, so Holdfast looks for it first. "
            + e.getMessage());
    return Optional.of(pause);
  }

  /** What is in the way, when the service says that something is (rule R29). */
  private String blockingOperation(OperationSpec work, AdminApiException refusal) {
    if (refusal.kind() != Kind.BUSY) {
      return "";
    }
    return Stream.of(work.affected(), work.source())
        .distinct()
        .flatMap(environment -> blockingOperation(environment).stream())
        .findFirst()
        .orElse("");
  }

  private Optional<String> blockingOperation(EnvironmentRef environment) {
    try {
      return BlockingOperation.mostLikely(api.operations(environment.id()))
          .map(holder -> " %s is held by %s.".formatted(environment.displayName(), holder.words()));
    } catch (AdminApiException e) {
      log.info("What holds {} stays unknown: {}", environment.displayName(), e.forLog());
      return Optional.empty();
    }
  }

  private static Outcome refusal(AdminApiException e, Instant now) {
    return new Outcome(
        now,
        "The service refused to begin. Nothing was changed. " + e.getMessage(),
        serviceWords(e.answer()),
        e.answer().correlationId(),
        false);
  }

  static Optional<String> serviceWords(Answer answer) {
    String words = new Fault(answer.code().orElse(""), answer.message().orElse("")).words();
    return Optional.of(words).filter(said -> !said.isEmpty());
  }
}
