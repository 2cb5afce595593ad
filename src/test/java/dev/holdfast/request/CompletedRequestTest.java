package dev.holdfast.request;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.assertRefused;
import static dev.holdfast.testing.MovedRequests.created;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.failed;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.succeeded;
import static dev.holdfast.testing.MovedRequests.unknown;
import static dev.holdfast.testing.MovedRequests.verifying;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.TargetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the end of a request leaves behind on the target. */
class CompletedRequestTest {

  private static final Instant RESTED = LATER.plus(Duration.ofMinutes(30));
  private static final TargetObservation SEEN =
      new TargetObservation(LATER, "Ready", Optional.of("Disabled"), Optional.empty());

  @Test
  void onlyAnEndAfterTheServiceHadBegunHasOverwrittenTheTarget() {
    assertThat(succeeded(restore()).completed().hasOverwritten()).isTrue();
    assertThat(failed(restore(), true).completed().hasOverwritten()).isTrue();
    assertThat(unknown(restore()).completed().hasOverwritten()).isTrue();
    assertThat(failed(restore(), false).completed().hasOverwritten()).isFalse();
    assertThat(succeeded(backup()).completed().hasOverwritten()).isFalse();
    assertThat(running(restore()).completed().hasOverwritten()).isFalse();
    assertThat(cancelled().completed().hasOverwritten()).isFalse();
  }

  @Test
  void whatIsFollowedAgainIsNotOver() {
    Request request = running(restore());
    request.mainStep().outcomeUnknown(end(true));
    assertThat(request.completed().hasOverwritten()).isTrue();
    request.resolution().lookAgain(MEGAN, "", LATER);
    assertThat(request.completed().hasOverwritten()).isFalse();
  }

  @Test
  void theWayBackIsTheSafetyBackupAsLongAsTheServiceKeepsIt() {
    CompletedRequest completed = succeeded(restoreWithSafetyBackup()).completed();
    Instant expiry = created().expiresAt();
    assertThat(completed.wayBack(LATER)).contains(created());
    assertThat(completed.wayBack(expiry.minusNanos(1))).contains(created());
    assertThat(completed.wayBack(expiry)).isEmpty();
  }

  @Test
  void withoutAnOverwrittenTargetOrASafetyBackupThereIsNoWayBack() {
    assertThat(succeeded(restore()).completed().wayBack(LATER)).isEmpty();
    assertThat(running(restoreWithSafetyBackup()).completed().wayBack(LATER)).isEmpty();
    assertThat(failed(restoreWithSafetyBackup(), false).completed().wayBack(LATER)).isEmpty();
  }

  @Test
  void aSuccessCanBeUndoneAtOnceAndAFailureHalfAnHourLater() {
    assertThat(succeeded(restoreWithSafetyBackup()).completed().restorableFrom()).isEqualTo(LATER);
    CompletedRequest failed = failed(restoreWithSafetyBackup(), true).completed();
    assertThat(failed.restorableFrom()).isEqualTo(RESTED);
    assertThat(failed.canBeUndone(RESTED.minusNanos(1))).isFalse();
    assertThat(failed.canBeUndone(RESTED)).isTrue();
    assertThat(failed.canBeUndone(created().expiresAt())).isFalse();
    assertThat(failed(restore(), true).completed().canBeUndone(RESTED)).isFalse();
  }

  @Test
  void whatFailedBeforeTheServiceHadBegunNeedsNoRest() {
    CompletedRequest refused = failed(restore(), false).completed();
    assertThat(refused.restorableFrom()).isEqualTo(LATER);
    assertThat(refused.againFrom()).contains(LATER);
    assertThat(failed(backup(), true).completed().againFrom()).contains(LATER);
  }

  @Test
  void theSameIsRequestedAgainHalfAnHourAfterAFailure() {
    CompletedRequest failed = failed(restore(), true).completed();
    assertThat(failed.againFrom()).contains(RESTED);
    assertThat(failed.canBeRequestedAgain(RESTED.minusNanos(1))).isFalse();
    assertThat(failed.canBeRequestedAgain(RESTED)).isTrue();
  }

  @Test
  void theSameIsRequestedAgainAtOnceWhereAnUnknownOutcomeWasGivenUp() {
    Request request = unknown(restore());
    assertThat(request.completed().againFrom()).isEmpty();
    assertThat(request.completed().canBeRequestedAgain(RESTED)).isFalse();
    request.resolution().giveUp(MEGAN, "nobody knows", LATER);
    assertThat(request.completed().againFrom()).contains(LATER);
    assertThat(request.completed().canBeRequestedAgain(LATER)).isTrue();
  }

  @Test
  void afterASuccessOrACancellationTheSameIsNotOfferedAgain() {
    assertThat(succeeded(restore()).completed().againFrom()).isEmpty();
    assertThat(cancelled().completed().againFrom()).isEmpty();
  }

  @Test
  void theTargetIsToBeSeenOnceAfterAnEndThatWasNoSuccess() {
    for (Request request : new Request[] {failed(restore(), true), unknown(restore())}) {
      assertThat(request.completed().targetIsToBeSeen()).isTrue();
      RequestEvent event = request.completed().targetSeen(SEEN);
      assertThat(event.type()).isEqualTo(RequestEventType.TARGET_SEEN);
      assertThat(event.words()).isEqualTo("Ready");
      assertThat(request.completed().targetObservation()).contains(SEEN);
      assertThat(request.completed().targetIsToBeSeen()).isFalse();
      assertRefused(request, again -> again.completed().targetSeen(SEEN));
    }
  }

  @Test
  void elseNobodyNeedsToSeeTheTarget() {
    assertThat(succeeded(restore()).completed().targetIsToBeSeen()).isFalse();
    assertThat(failed(restore(), false).completed().targetIsToBeSeen()).isFalse();
    assertThat(failed(backup(), true).completed().targetIsToBeSeen()).isFalse();
    assertRefused(failed(restore(), false), r -> r.completed().targetSeen(SEEN));
  }

  @Test
  void administrationModeIsSeenWithWhatWasReadOfBackgroundOperations() {
    Request request = failed(restore(), true);
    assertThat(request.completed().mayBeInAdministrationMode()).isTrue();
    request.completed().targetSeen(SEEN);
    request.completed().seenInAdministrationMode(true, LATER);
    assertThat(request.administrationMode())
        .hasValueSatisfying(
            mode -> {
              assertThat(mode.backgroundOperationsOn()).contains(false);
              assertThat(mode.seenAt()).isEqualTo(LATER);
            });
    assertThat(request.completed().mayBeInAdministrationMode()).isFalse();
  }

  @Test
  void aSuccessSaysItselfWhetherTheTargetIsInAdministrationMode() {
    assertThat(succeeded(restore()).completed().mayBeInAdministrationMode()).isFalse();
    Request request = verifying(restore());
    request.completed().succeedInAdministrationMode(Message.plain("done"), true, SEEN);
    assertThat(request.completed().targetObservation()).contains(SEEN);
    assertThat(request.administrationMode())
        .hasValueSatisfying(mode -> assertThat(mode.background()).contains("Disabled"));
  }

  @Test
  void backgroundOperationsAreOnOrOffOnlyByAWordThatIsKnown() {
    assertThat(TargetAdminMode.isOn("Enabled")).contains(true);
    assertThat(TargetAdminMode.isOn("DISABLED")).contains(false);
    assertThat(TargetAdminMode.isOn("Paused")).isEmpty();
  }

  private static Request cancelled() {
    Request request = approved(restore(), 1);
    request.approval().cancel(ALEX, LATER);
    return request;
  }
}
