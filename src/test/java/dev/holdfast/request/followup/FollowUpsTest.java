package dev.holdfast.request.followup;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.failed;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.succeeded;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.MovedRequests.unknown;
import static dev.holdfast.testing.MovedRequests.verifying;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.message.Message;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.followup.FollowUps.Obstacle;
import dev.holdfast.request.followup.FollowUps.Reason;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be done about a request that has ended, with what others do on its target. */
class FollowUpsTest {

  private static final Instant THEN = LATER.plusSeconds(60);
  private static final RequestId OTHER = new RequestId(2);
  private static final Message WHY = Message.plain("The policy names nobody.");

  private final RequestRepository requests = mock(RequestRepository.class);
  private Revalidation now = new Revalidation.Holds();
  private final FollowUps followUps =
      new FollowUps(new TargetUse(requests), (request, asRead) -> now);

  @Test
  void administrationModeIsLeftWhereNothingIsInTheWay() {
    assertThat(followUps.leaving(inAdministrationMode(true))).isEmpty();
  }

  @Test
  void whatIsNotInAdministrationModeHasNothingToLeave() {
    Optional<Obstacle> nothing =
        Optional.of(new Obstacle(Reason.NOTHING_TO_LEAVE, Optional.empty()));
    assertThat(followUps.leaving(succeeded(restore()))).isEqualTo(nothing);
    Request asked = inAdministrationMode(true);
    asked.leaving().ask(MEGAN, true, OTHER, LATER);
    assertThat(followUps.leaving(asked)).isEqualTo(nothing);
  }

  @Test
  void whatThisAdminApiCannotLeaveIsNotLeft() {
    assertThat(followUps.leaving(inAdministrationMode(false)))
        .contains(new Obstacle(Reason.NOT_LEAVABLE, Optional.empty()));
  }

  /** The person who settles it decides about that, too. */
  @Test
  void nothingIsLeftWhileItIsNotKnownThatFinanceAndOperationsRuns() {
    Request unknown = verifying(restore());
    unknown.completed().finOpsAwaited(WHY, Optional.empty(), LATER);
    unknown.mainStep().outcomeUnknown(end(true));
    unknown.completed().seenInAdministrationMode(true, LATER);
    assertThat(followUps.leaving(unknown))
        .contains(new Obstacle(Reason.FINOPS_NOT_VERIFIED, Optional.empty()));
    unknown.resolution().confirm(MEGAN, "looked", LATER);
    assertThat(followUps.leaving(unknown)).isEmpty();
  }

  @Test
  void nothingIsLeftWhileAnotherRequestRunsOnTheTarget() {
    Request ended = inAdministrationMode(true);
    Request waiting = other(restore(), 1);
    Request running = begun(new RequestId(3), new BackupSpec(DEV, "x", ""), THEN);
    openOnDev(ended, waiting, running);
    assertThat(followUps.leaving(ended))
        .contains(new Obstacle(Reason.TARGET_IN_USE, Optional.of(new RequestId(3))));
    openOnDev(ended, waiting);
    assertThat(followUps.leaving(ended)).isEmpty();
  }

  @Test
  void itsOwnCallIsNotAnotherRequest() {
    Request running = running(restore());
    openOnDev(running);
    assertThat(new TargetUse(requests).runningOn(running)).isEmpty();
  }

  @Test
  void nothingIsLeftAfterTheTargetWasOverwrittenAgain() {
    Request ended = inAdministrationMode(true);
    recentOnDev(begun(OTHER, restore(), THEN), ended);
    assertThat(followUps.leaving(ended))
        .contains(new Obstacle(Reason.RESTORED_SINCE, Optional.of(OTHER)));
  }

  @Test
  void whatBeganBeforeItHasNotOverwrittenTheTargetSince() {
    Request ended = inAdministrationMode(true);
    recentOnDev(begun(OTHER, restore(), LATER), ended);
    assertThat(followUps.leaving(ended)).isEmpty();
  }

  @Test
  void whatOnlyReadsTheTargetOrBacksItUpHasNotOverwrittenIt() {
    Request ended = inAdministrationMode(true);
    recentOnDev(begun(OTHER, new BackupSpec(DEV, "x", ""), THEN), begun(OTHER, fromDev(), THEN));
    assertThat(followUps.leaving(ended)).isEmpty();
  }

  @Test
  void whatWasPutBackOrRefusedHasNotOverwrittenTheTarget() {
    Request ended = inAdministrationMode(true);
    Request putBack = begun(OTHER, restore(), THEN);
    putBack.mainStep().notStarted(Message.plain("busy"), THEN);
    Request backedUp = backedUp();
    backedUp.mainStep().commitStart(THEN);
    backedUp.mainStep().notStarted(Message.plain("busy"), THEN);
    Request refused = begun(OTHER, restore(), THEN);
    refused.mainStep().fail(Outcome.beforeStart(THEN, Message.plain("no")));
    recentOnDev(putBack, backedUp, refused);
    assertThat(followUps.leaving(ended)).isEmpty();
  }

  @Test
  void whatFailedAfterItHadBegunHasOverwrittenTheTarget() {
    Request ended = inAdministrationMode(true);
    Request failed = begun(OTHER, restore(), THEN);
    failed
        .mainStep()
        .fail(new Outcome(THEN, Message.plain("no"), Optional.empty(), Optional.empty(), true));
    recentOnDev(failed);
    assertThat(followUps.leaving(ended))
        .contains(new Obstacle(Reason.RESTORED_SINCE, Optional.of(OTHER)));
  }

  @Test
  void theRequestThatLeavesTheModeIsFound() {
    Request ended = inAdministrationMode(true);
    Request other = other(restore(), 1);
    when(requests.find(OTHER)).thenReturn(Optional.of(other));
    assertThat(followUps.leavingRequest(ended)).isEmpty();
    ended.leaving().ask(MEGAN, true, OTHER, LATER);
    assertThat(followUps.leavingRequest(ended)).contains(other);
  }

  @Test
  void anUnknownOutcomeIsSettledInEachWayThatItAllows() {
    Request request = unknown(restore());
    assertThat(followUps.resolutionOptions(request)).isEqualTo(request.resolution().options());
    assertThat(followUps.resolutionOptions(failed(restore(), true))).isEmpty();
  }

  @Test
  void onlyWhatIsStillApprovedIsCalledAgain() {
    for (Revalidation other :
        List.of(
            new Revalidation.Denied(WHY),
            new Revalidation.Unknown(WHY),
            new Revalidation.Incomplete(WHY, List.of(), List.of()))) {
      now = other;
      assertThat(other.reason()).contains(WHY);
      assertThat(other.holds()).isFalse();
      assertThat(followUps.resolutionOptions(unknown(restore())))
          .containsExactly(ResolutionKind.RAN_AS, ResolutionKind.GIVE_UP);
    }
    now = new Revalidation.Holds();
    assertThat(now.reason()).isEmpty();
    Request stricter = unknown(restore());
    stricter
        .approval()
        .update(
            terms(restore(), 2, List.of(MEGAN.id(), ADELE.id()), NOW.plus(Duration.ofDays(1)))
                .consents());
    assertThat(followUps.resolutionOptions(stricter))
        .containsExactly(ResolutionKind.RAN_AS, ResolutionKind.GIVE_UP);
  }

  @Test
  void whatNobodyCallsAgainNeedsNoApproval() {
    now = new Revalidation.Denied(WHY);
    Request request = verifying(restore());
    request.mainStep().outcomeUnknown(end(true));
    assertThat(followUps.resolutionOptions(request))
        .containsExactly(
            ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP);
  }

  private static Request inAdministrationMode(boolean leavable) {
    Request request = verifying(restore());
    request.completed().succeedInAdministrationMode(Message.plain("done"), leavable, LATER);
    return request;
  }

  private static Request other(OperationSpec spec, int approvals) {
    return Request.submit(OTHER, details(spec, approvals));
  }

  private static Request begun(RequestId id, OperationSpec spec, Instant at) {
    Request request = Request.submit(id, details(spec, 0));
    request.mainStep().commitStart(at);
    return request;
  }

  private static Request backedUp() {
    Request request = approved(restoreWithSafetyBackup(), 1);
    takeSafetyBackup(request);
    return request;
  }

  /** The other way around. */
  private static RestoreSpec fromDev() {
    RestoreSpec plain = restore();
    return new RestoreSpec(
        DEV,
        UAT,
        plain.point(),
        plain.backupLabel(),
        "Contoso UAT",
        plain.skipAuditData(),
        plain.securityGroupId(),
        false);
  }

  private void openOnDev(Request... open) {
    when(requests.findOpenOn(Set.of(DEV.id()))).thenReturn(List.of(open));
  }

  private void recentOnDev(Request... recent) {
    when(requests.recentOn(eq(DEV.id()), anyInt())).thenReturn(List.of(recent));
  }
}
