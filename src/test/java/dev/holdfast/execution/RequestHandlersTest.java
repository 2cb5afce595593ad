package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wherever a request stands on its way, one handler takes it further, and never two. */
class RequestHandlersTest {

  private static final Outcome END =
      new Outcome(NOW, Message.plain("no"), Optional.empty(), Optional.empty(), true);

  private final Workbench bench = DriveBench.open(new ScriptedAdminApi());
  private final Request request =
      Request.submit(new RequestId(1), details(restoreWithSafetyBackup(), 0));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aRestoreWithItsSafetyBackupIsTakenFurtherByOneHandlerAtATime() {
    assertHandledBy(StartHandler.class);
    StepTransitions backup = request.safetyBackupStep();
    backup.commitStart(NOW);
    assertHandledBy(StartReconciliationHandler.class);
    backup.accepted(progress("Running"), "", NOW);
    assertHandledBy(PollingHandler.class);
    backup.beginVerification(NOW);
    assertHandledBy(SafetyBackupVerificationHandler.class);
    backup.taken(new CreatedBackup("b", NOW, NOW, NOW.plus(Duration.ofDays(7)), true), NOW);
    assertHandledBy(StartHandler.class);
    StepTransitions restore = request.mainStep();
    restore.commitStart(NOW);
    assertHandledBy(StartReconciliationHandler.class);
    restore.accepted(progress("Running"), "", NOW);
    assertHandledBy(PollingHandler.class);
    restore.beginVerification(NOW);
    assertHandledBy(VerificationHandler.class);
    restore.outcomeUnknown(END);
    assertHandledBy(ResolutionHandler.class);
    request.resolution().confirm(ALEX, "looked", NOW);
    assertThat(handlers()).isEmpty();
  }

  @Test
  void aFailureHasItsTargetLookedAt() {
    request.safetyBackupStep().commitStart(NOW);
    request.safetyBackupStep().fail(END);
    assertHandledBy(TargetInspector.class);
  }

  @Test
  void whatIsCancelledIsLeftAlone() {
    request.approval().cancel(ALEX, NOW);
    assertThat(handlers()).isEmpty();
  }

  private void assertHandledBy(Class<? extends RequestHandler> handler) {
    assertThat(handlers()).hasSize(1).first().isInstanceOf(handler);
  }

  private List<RequestHandler> handlers() {
    return bench.all(RequestHandler.class).stream()
        .filter(handler -> handler.handles(request))
        .toList();
  }
}
