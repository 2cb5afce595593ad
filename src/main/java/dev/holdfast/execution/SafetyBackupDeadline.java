package dev.holdfast.execution;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.StepRole;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives up a safety backup that takes too long: nothing was overwritten yet, but the requester
 * waits for it.
 */
@Component
class SafetyBackupDeadline {

  private final RequestUpdater updater;
  private final StartProperties settings;

  SafetyBackupDeadline(RequestUpdater updater, StartProperties settings) {
    this.updater = updater;
    this.settings = settings;
  }

  boolean isOver(Request request) {
    StepTransitions call = request.nextStep();
    return call.role() == StepRole.BEFORE
        && call.run().isExecuting()
        && request
            .safetyBackup()
            .map(SafetyBackup::firstCommittedAt)
            .filter(begun -> updater.now().isAfter(begun.plus(settings.safetyBackupTimeout())))
            .isPresent();
  }

  Optional<Duration> giveUp(Request request) {
    Message late = Message.of("outcome.tookTooLong");
    Outcome end =
        new Outcome(
            updater.now(),
            request.waitReason().map(late::then).orElse(late),
            Optional.empty(),
            Optional.empty(),
            false);
    updater.save(request, request.safetyBackupStep().outcomeUnknown(end));
    return StateHandler.DONE;
  }
}
