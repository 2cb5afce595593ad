package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.environment.BlockingOperation;
import dev.holdfast.message.Message;
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

/** What follows a call that brought no order: a refusal, or an answer that was lost. */
@Component
class CallFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(CallFailureHandler.class);

  private final AdminApi api;
  private final LostCallFinder finder;
  private final RepeatableCalls repeatable;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  CallFailureHandler(
      AdminApi api,
      LostCallFinder finder,
      RepeatableCalls repeatable,
      RequestUpdater updater,
      ExecutionProperties settings) {
    this.api = api;
    this.finder = finder;
    this.repeatable = repeatable;
    this.updater = updater;
    this.settings = settings;
  }

  Optional<Duration> handle(StepTransitions call, AdminApiException e) {
    Duration pause = e.answer().retryAfter().orElse(settings.retryInterval());
    return e.refused() ? onRefusal(call, e, pause) : onLostAnswer(call, e, pause);
  }

  private Optional<Duration> onLostAnswer(
      StepTransitions call, AdminApiException e, Duration pause) {
    log.warn(
        "{}: the fate of the call is open, its operation is looked for next: {}",
        call.request().id(),
        e.forLog());
    Message why = Message.of("start.answerLost");
    endedWithoutAnswer(call, why);
    return goOn(call, why, e, pause);
  }

  private Optional<Duration> onRefusal(StepTransitions call, AdminApiException e, Duration pause) {
    Optional<Message> heldBy = blockingOperation(call.spec(), e);
    if (call.attempts().made() > 1 && mayHaveBegun(call, heldBy)) {
      return afterRefusedRepetition(call, e, pause);
    }
    log.info("{}: the service did not begin: {}", call.request().id(), e.forLog());
    return switch (e.kind()) {
      case BUSY, NOT_YET, THROTTLED, UNREACHABLE, UNAUTHORIZED, REHEARSAL -> {
        Message refused = Message.plain(e.getMessage());
        Message why = heldBy.map(refused::then).orElse(refused);
        updater.save(call, call.notStarted(why, updater.now()));
        yield goOn(call, why, e, pause);
      }
      default -> {
        updater.save(call, call.fail(refusal(e, updater.now())));
        yield StateHandler.DONE;
      }
    };
  }

  /** What may be ordered twice isn't tried for long. */
  private Optional<Duration> goOn(
      StepTransitions call, Message why, AdminApiException e, Duration pause) {
    return repeatable.include(call) && repeatable.isOverdue(call)
        ? repeatable.fail(call, RepeatableCalls.tooLong(why), Optional.of(e))
        : Optional.of(pause);
  }

  /** Whether an earlier call may be why this one is refused: what is in the way may be its own. */
  private boolean mayHaveBegun(StepTransitions call, Optional<Message> heldBy) {
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
    endedWithoutAnswer(call, Message.of("start.repetitionRefused", "error", e.getMessage()));
    return Optional.of(pause);
  }

  /** Nothing of the call is on its way any more; what it began may be listed late. */
  private void endedWithoutAnswer(StepTransitions call, Message why) {
    call.recordAnswerLost(updater.now());
    updater.save(call.request(), call.request().waitFor(why, updater.now()));
  }

  /** What is in the way, when the service says that something is (rule R29). */
  private Optional<Message> blockingOperation(OperationSpec work, AdminApiException refusal) {
    if (refusal.kind() != Kind.BUSY) {
      return Optional.empty();
    }
    return Stream.of(work.affected(), work.source())
        .distinct()
        .flatMap(environment -> blockingOperation(environment).stream())
        .findFirst();
  }

  private Optional<Message> blockingOperation(EnvironmentRef environment) {
    try {
      return BlockingOperation.mostLikely(api.operations(environment.id()))
          .map(
              holder ->
                  Message.of(
                      "busy.held",
                      "environment",
                      environment.displayName(),
                      "operation",
                      holder.message()));
    } catch (AdminApiException e) {
      log.info("What holds {} stays unknown: {}", environment.displayName(), e.forLog());
      return Optional.empty();
    }
  }

  private static Outcome refusal(AdminApiException e, Instant now) {
    return new Outcome(
        now,
        Message.of("outcome.refused", "error", e.getMessage()),
        serviceWords(e.answer()),
        e.answer().correlationId(),
        false);
  }

  static Optional<String> serviceWords(Answer answer) {
    String words = new Fault(answer.code().orElse(""), answer.message().orElse("")).words();
    return Optional.of(words).filter(said -> !said.isEmpty());
  }
}
