package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.execution.poll.ProgressMapper;
import dev.holdfast.message.Message;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
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
class StalledOperationDetector {

  private static final Logger log = LoggerFactory.getLogger(StalledOperationDetector.class);

  private final AdminApi api;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  StalledOperationDetector(AdminApi api, RequestUpdater updater, ExecutionProperties settings) {
    this.api = api;
    this.updater = updater;
    this.settings = settings;
  }

  /** The service says that it's over, and not how: the outcome is for a person to find out. */
  void handOverEnded(StepTransitions call, AdminOperation operation) {
    handOver(call, operation, about("outcome.ended", call, operation));
  }

  /** Whether it was handed to a person; otherwise it is followed further. */
  boolean handOverIdle(StepTransitions call, AdminOperation operation) {
    Instant now = updater.now();
    boolean changed =
        call.progress()
            .flatMap(OperationProgress::statusSince)
            .filter(since -> now.isAfter(since.plus(settings.unknownStatusTimeout())))
            .isEmpty();
    if (changed || isAtWork(call)) {
      return false;
    }
    handOver(call, operation, about("outcome.idle", call, operation));
    return true;
  }

  private static Message about(String code, StepTransitions call, AdminOperation operation) {
    return Message.of(
        code, "environment", call.spec().affected().displayName(), "status", operation.stateWord());
  }

  private void handOver(StepTransitions call, AdminOperation operation, Message message) {
    Instant now = updater.now();
    Optional<String> said = operation.error().map(Fault::words).filter(text -> !text.isEmpty());
    updater.save(
        call,
        call.outcomeUnknown(
            new Outcome(now, message, said, Optional.of(operation.id()), true),
            List.of(ProgressMapper.candidate(operation, now))));
  }

  private boolean isAtWork(StepTransitions call) {
    try {
      EnvironmentObservation look = EnvironmentObservation.at(api, call.spec().affected().id());
      return look.busyWith().isPresent();
    } catch (AdminApiException e) {
      log.info(
          "{}: whether its operation is over is not known: {}", call.request().id(), e.forLog());
      return true;
    }
  }
}
