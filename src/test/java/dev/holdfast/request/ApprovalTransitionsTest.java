package dev.holdfast.request;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approve;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.assertRefused;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.starting;
import static dev.holdfast.testing.MovedRequests.succeeded;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.MovedRequests.unknown;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How people decide about a request, where its environments need consents of their own. */
class ApprovalTransitionsTest {

  private static final Instant EXPIRY = NOW.plus(Duration.ofDays(1));
  private static final Message STRICTER = Message.plain("The policy asks for more.");
  private static final RequiredConsent READ =
      consent(EnvironmentRole.DATA_LEAVES, "env-uat", MEGAN);
  private static final RequiredConsent WRITTEN =
      consent(EnvironmentRole.OVERWRITTEN, "env-dev", ADELE);

  @Test
  void anApprovalCountsForTheConsentsThatNameThePerson() {
    Request request = separately(READ, WRITTEN);
    approve(request, MEGAN);
    assertThat(request.decisions().get(0).consents()).contains(List.of(READ.key()));
    assertThat(request.approval().approvalCount(READ)).isEqualTo(1);
    assertThat(request.approval().approvalCount(WRITTEN)).isZero();
    assertThat(request.approval().approvalCount()).isEqualTo(1);
    assertThat(request.approval().hasRequiredApprovals()).isFalse();
    approve(request, ADELE);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.approval().hasRequiredApprovals()).isTrue();
  }

  /** Decisions from before there were several consents name none, and count for all. */
  @Test
  void anApprovalFromBeforeCountsForAllAndARejectionForNone() {
    Digest digest = awaiting(1).details().digest();
    Decision before =
        new Decision(MEGAN, true, "", LATER, digest, Optional.empty(), Optional.empty());
    assertThat(before.isApprovalInForce()).isTrue();
    assertThat(before.countsFor(WRITTEN)).isTrue();
    assertThat(before.withdrawn(LATER).isApprovalInForce()).isFalse();
    assertThat(before.withdrawn(LATER).countsFor(WRITTEN)).isFalse();
    Decision rejection =
        new Decision(MEGAN, false, "", LATER, digest, Optional.empty(), Optional.empty());
    assertThat(rejection.isApprovalInForce()).isFalse();
    assertThat(rejection.countsFor(WRITTEN)).isFalse();
    Decision ofReading =
        new Decision(
            MEGAN, true, "", LATER, digest, Optional.of(List.of(READ.key())), Optional.empty());
    assertThat(ofReading.countsFor(READ)).isTrue();
    assertThat(ofReading.countsFor(WRITTEN)).isFalse();
  }

  @Test
  void onlyApprovalsForExactlyWhatIsRequestedHold() {
    Request request = awaiting(1);
    RequestSnapshot asked = request.snapshot();
    Decision other =
        new Decision(
            MEGAN, true, "", LATER, new Digest("other"), Optional.empty(), Optional.empty());
    Request approved =
        Request.from(
            request.id(),
            new RequestSnapshot(
                asked.details(),
                RequestState.APPROVED,
                2,
                new RequestSnapshot.Approval(
                    asked.approval().terms(), List.of(other), Optional.empty(), Optional.empty()),
                asked.steps(),
                asked.waiting(),
                asked.end(),
                asked.target()),
            "{}");
    assertThat(approved.approval().hasRequiredApprovals()).isFalse();
    assertRefused(approved, r -> r.mainStep().commitStart(LATER));
  }

  @Test
  void whoWithdrawsAnApprovalMayDecideAgain() {
    Request request = approved(restore(), 2);
    RequestEvent event = request.approval().withdraw(MEGAN, "not today", LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.APPROVAL_WITHDRAWN);
    assertThat(event.words()).isEqualTo("not today");
    assertThat(request.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(request.approval().isApprovedBy(MEGAN)).isFalse();
    assertThat(request.approval().isDecidedBy(MEGAN)).isFalse();
    assertThat(request.approval().isApprovedBy(ADELE)).isTrue();
    assertThat(request.decisions().get(0).withdrawnAt()).contains(LATER);
    assertThat(request.decisions().get(1).withdrawnAt()).isEmpty();
    approve(request, MEGAN);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
  }

  /** When it was withdrawn first stays. */
  @Test
  void anApprovalIsWithdrawnOnce() {
    Request request = approved(restore(), 1);
    request.approval().withdraw(MEGAN, "", LATER);
    approve(request, MEGAN);
    request.approval().withdraw(MEGAN, "", LATER.plusSeconds(9));
    assertThat(request.decisions())
        .extracting(decision -> decision.withdrawnAt().orElseThrow())
        .containsExactly(LATER, LATER.plusSeconds(9));
  }

  @Test
  void withdrawingGivesTimeAgainOnlyWhereItIsOver() {
    Request early = approved(restore(), 1);
    early.approval().withdraw(MEGAN, "", EXPIRY.minusNanos(1));
    assertThat(early.terms().expiresAt()).isEqualTo(EXPIRY);
    Request late = approved(restore(), 1);
    late.approval().withdraw(MEGAN, "", EXPIRY);
    assertThat(late.terms().expiresAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(1)));
    assertThat(late.details().approvalTerms().expiresAt()).isEqualTo(EXPIRY);
    assertRefused(late, r -> r.approval().expire(EXPIRY.plusSeconds(1)));
  }

  @Test
  void anApprovalCanBeWithdrawnUntilTheCall() {
    assertThat(awaiting(1).approval().isWithdrawable()).isFalse();
    assertThat(approved(restore(), 1).approval().isWithdrawable()).isTrue();
    Request backedUp = approved(restoreWithSafetyBackup(), 1);
    takeSafetyBackup(backedUp);
    assertThat(backedUp.approval().isWithdrawable()).isTrue();
    assertThat(starting(restore()).approval().isWithdrawable()).isFalse();
    Request withdrawn = approved(restore(), 1);
    withdrawn.approval().withdraw(MEGAN, "", LATER);
    assertThat(withdrawn.approval().isWithdrawable()).isFalse();
  }

  @Test
  void theRequesterCancelsUntilTheTargetIsChanged() {
    assertThat(awaiting(1).approval().isCancellable()).isTrue();
    Request backingUp = approved(restoreWithSafetyBackup(), 1);
    backingUp.safetyBackupStep().commitStart(LATER);
    assertThat(backingUp.approval().isCancellable()).isFalse();
    assertThat(running(restore()).approval().isCancellable()).isFalse();
    assertThat(succeeded(restore()).approval().isCancellable()).isFalse();
  }

  @Test
  void whereThePolicyAsksForMoreItIsApprovedOnceMore() {
    Request request = approved(restore(), 2);
    List<RequiredConsent> required =
        List.of(consent(EnvironmentRole.OVERWRITTEN, "env-dev", 3, MEGAN, ADELE));
    RequestEvent event = request.approval().reopen(STRICTER, required, List.of(MEGAN), EXPIRY);
    assertThat(event.type()).isEqualTo(RequestEventType.REOPENED);
    assertThat(event.words()).isEqualTo("The policy asks for more.");
    assertThat(request.approval().reopened()).contains(STRICTER);
    assertThat(request.terms().approvals()).isEqualTo(3);
    assertThat(request.terms().expiresAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(1)));
    assertThat(request.approval().isApprovedBy(MEGAN)).isFalse();
    assertThat(request.approval().isApprovedBy(ADELE)).isTrue();
  }

  @Test
  void theReasonForItStaysUntilAllApprovalsAreThere() {
    Request request = approved(restore(), 2);
    request.approval().reopen(STRICTER, List.of(), List.of(MEGAN, ADELE), LATER);
    approve(request, MEGAN);
    assertThat(request.approval().reopened()).contains(STRICTER);
    approve(request, ADELE);
    assertThat(request.approval().reopened()).isEmpty();
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void thePolicyIsTakenOverOnlyWhereItAsksForMore() {
    Request request = awaiting(2);
    request.approval().update(List.of(consent(EnvironmentRole.OVERWRITTEN, "env-dev", 1, MEGAN)));
    assertThat(request.terms().consents())
        .extracting(RequiredConsent::approvals)
        .containsExactly(2, 2);
    request.approval().update(List.of(consent(EnvironmentRole.HELD, "env-dev", 3, MEGAN)));
    assertThat(request.terms().approvals()).isEqualTo(3);
  }

  @Test
  void theLastWordOfAPersonCountsAsTheApproval() {
    Request unneeded = approved(restore(), 0);
    assertThat(unneeded.approval().lastApprovedAt()).isEqualTo(NOW);
    assertThat(approved(restore(), 1).approval().lastApprovedAt()).isEqualTo(LATER);
    Request request = unknown(restore());
    request.resolution().resolveAsOperation(MEGAN, "op-7", "", LATER.plusSeconds(1));
    assertThat(request.approval().lastApprovedAt()).isEqualTo(LATER);
    request.resolution().operationNotFound(Message.plain("none"), LATER.plusSeconds(2));
    request.resolution().proposeCallAgain(MEGAN, "looked", LATER.plusSeconds(3));
    request.resolution().callAgain(ADELE, "looked", LATER.plusSeconds(4));
    assertThat(request.approval().lastApprovedAt()).isEqualTo(LATER.plusSeconds(4));
  }

  @Test
  void aTurnInLineCountsAsTheStartOfItsTimeWhereItCameAfterTheApproval() {
    Request request = approved(restore(), 1);
    assertThat(request.queue().startableSince()).isEqualTo(LATER);
    assertThat(request.queue().isQueued()).isFalse();
    assertThat(request.queue().waitingFor()).isEmpty();
    RequestId first = new RequestId(7);
    request.queue().enqueue(Optional.of(first), Message.plain("R-7 goes first"), LATER);
    assertThat(request.queue().isQueued()).isTrue();
    assertThat(request.queue().waitingFor()).contains(first);
    request.queue().enqueue(Optional.of(first), Message.plain("soon"), LATER.plusSeconds(1));
    request.queue().dequeue(LATER.plusSeconds(5));
    assertThat(request.queue().isQueued()).isFalse();
    assertThat(request.queue().waitingFor()).isEmpty();
    assertThat(request.queuePosition().orElseThrow().since()).isEqualTo(LATER);
    assertThat(request.queue().startableSince()).isEqualTo(LATER.plusSeconds(5));
    assertThat(request.queue().dequeue(LATER.plusSeconds(6))).isEmpty();
  }

  @Test
  void onlyTheRequesterIsTheRequester() {
    RequestDetails details = details(restore(), 1);
    assertThat(details.isRequestedBy(new Person("ID-ALEX", "Somebody"))).isTrue();
    assertThat(details.isRequestedBy(MEGAN)).isFalse();
    assertThat(details.followUpOf()).isEmpty();
    assertThat(ALEX.isSameAs(MEGAN)).isFalse();
  }

  private static Request separately(RequiredConsent... consents) {
    RequestDetails plain = details(restore(), 1);
    return Request.submit(
        new RequestId(1001),
        new RequestDetails(
            plain.spec(),
            plain.requester(),
            plain.reason(),
            plain.warnings(),
            plain.submission(),
            new ApprovalTerms(List.of(consents), EXPIRY)));
  }

  private static RequiredConsent consent(EnvironmentRole role, String environment, Person person) {
    return consent(role, environment, 1, person);
  }

  private static RequiredConsent consent(
      EnvironmentRole role, String environment, int approvals, Person... people) {
    return new RequiredConsent(
        role,
        environment,
        environment,
        approvals,
        List.of(people).stream().map(Person::id).toList());
  }
}
