package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who settles an outcome that isn't known, and what has to be said for it. */
class OutcomeResolutionServiceTests {

  @AutoClose
  private final Workbench bench =
      new Workbench(Databases.H2.fresh())
          .with(PolicyProperties.class, policy("*", MEGAN, ADELE))
          .open("request", "approval", "audit");

  @Test
  void anApproverGivesUp() {
    Request request = unknown();
    assertRefused(resolve(request, MEGAN, ResolutionKind.GIVE_UP, ""), DenialReason.REASON_MISSING);
    assertThat(resolve(request, MEGAN, ResolutionKind.GIVE_UP, "it's gone"))
        .isInstanceOf(Done.class);
    assertThat(now(request).resolution().options()).isEmpty();
    assertRefused(
        resolve(now(request), MEGAN, ResolutionKind.GIVE_UP, "again"),
        DenialReason.NOTHING_TO_SETTLE);
  }

  @Test
  void neitherTheRequesterNorAStrangerDoes() {
    Request request = unknown();
    assertRefused(resolve(request, ALEX, ResolutionKind.GIVE_UP, "mine"), DenialReason.OWN_REQUEST);
    assertRefused(
        resolve(request, new Person("id-lee", "Lee Gu"), ResolutionKind.GIVE_UP, "all"),
        DenialReason.NOT_AN_APPROVER);
    assertThat(now(request).resolution().all()).isEmpty();
  }

  @Test
  void anOldCardDoesNot() {
    Request request = unknown();
    ResolutionInput giveUp =
        new ResolutionInput(Optional.of(ResolutionKind.GIVE_UP), "", "gone", false);
    assertRefused(
        bench
            .get(OutcomeResolutionService.class)
            .resolve(request.id(), request.version() - 1, MEGAN, giveUp),
        DenialReason.STALE);
  }

  @Test
  void onlyAWayThatIsOfferedIsTaken() {
    Request request = unknown();
    assertRefused(
        resolve(request, MEGAN, ResolutionKind.CONFIRMED, "ok"), DenialReason.WAY_MISSING);
    assertRefused(
        resolve(request, MEGAN, new ResolutionInput(Optional.empty(), "", "ok", true)),
        DenialReason.WAY_MISSING);
  }

  @Test
  void theOperationAsWhichItRanIsNamed() {
    Request request = unknown();
    assertRefused(
        resolve(request, MEGAN, ResolutionKind.RAN_AS, ""), DenialReason.OPERATION_MISSING);
    assertThat(
            resolve(
                request,
                MEGAN,
                new ResolutionInput(Optional.of(ResolutionKind.RAN_AS), "op-7", "", false)))
        .isInstanceOf(Done.class);
    assertThat(now(request).resolution().inProgress().orElseThrow().operation()).isEqualTo("op-7");
  }

  /** And both have looked whether it runs. */
  @Test
  void itIsCalledAgainOnceTwoPeopleSaySo() {
    Request request = unknown();
    assertRefused(callAgain(request, MEGAN, false), DenialReason.OPERATIONS_NOT_LOOKED_AT);
    assertThat(callAgain(request, MEGAN, true)).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.UNKNOWN);
    assertRefused(callAgain(now(request), MEGAN, true), DenialReason.OWN_PROPOSAL);
    assertRefused(callAgain(now(request), ADELE, false), DenialReason.OPERATIONS_NOT_LOOKED_AT);
    assertThat(now(request).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(callAgain(now(request), ADELE, true)).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
  }

  /** What was said too long ago is said anew. */
  @Test
  void afterADayAProposalNoLongerCounts() {
    Request request = unknown();
    callAgain(request, MEGAN, true);
    bench.clock.advance(Duration.ofDays(1));
    assertThat(callAgain(now(request), ADELE, true)).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(callAgain(now(request), MEGAN, true)).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void whatIsNotApprovedAnyMoreIsNotCalledAgain() {
    Request request = unknown();
    bench.get(PolicyInForce.class).replace(Policies.of(policy("*", ADELE)));
    assertRefused(callAgain(request, ADELE, true), DenialReason.NO_LONGER_APPROVED);
    assertThat(resolve(request, ADELE, ResolutionKind.GIVE_UP, "gone")).isInstanceOf(Done.class);
  }

  @Test
  void whatRanIsFollowedOrLookedAtAgainOrConfirmed() {
    Request followed = unknownWhileRunning();
    assertThat(resolve(followed, MEGAN, ResolutionKind.LOOK_AGAIN, "")).isInstanceOf(Done.class);
    assertThat(now(followed).state()).isEqualTo(RequestState.RUNNING);
    Request confirmed = unknownWhileRunning();
    assertThat(resolve(confirmed, MEGAN, ResolutionKind.CONFIRMED, "seen"))
        .isInstanceOf(Done.class);
    assertThat(now(confirmed).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  private DecisionResult callAgain(Request request, Person by, boolean looked) {
    return resolve(
        request,
        by,
        new ResolutionInput(Optional.of(ResolutionKind.CALL_AGAIN), "", "nothing ran", looked));
  }

  private DecisionResult resolve(Request request, Person by, ResolutionKind way, String comment) {
    return resolve(request, by, new ResolutionInput(Optional.of(way), "", comment, false));
  }

  private DecisionResult resolve(Request request, Person by, ResolutionInput input) {
    return bench
        .get(OutcomeResolutionService.class)
        .resolve(request.id(), request.version(), by, input);
  }

  private Request unknownWhileRunning() {
    Request request = starting();
    bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    return bench.change(request, r -> r.mainStep().outcomeUnknown(end()));
  }

  private Request unknown() {
    return bench.change(starting(), r -> r.mainStep().outcomeUnknown(end()));
  }

  private Request starting() {
    RequestId id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 1, "draft-" + id)));
    bench.change(request, r -> r.approval().approve(MEGAN, "", request.details().digest(), NOW));
    return bench.change(request, r -> r.mainStep().commitStart(NOW));
  }

  private static Outcome end() {
    return new Outcome(NOW, Message.plain("no"), Optional.empty(), Optional.empty(), true);
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }

  private static PolicyProperties policy(String requester, Person... approvers) {
    return new PolicyProperties(
        List.of(
            PolicyEvaluatorTests.rule(
                "*",
                List.of(requester),
                List.of(approvers).stream().map(Person::id).toList(),
                1,
                Target.ALLOWED)));
  }

  private static void assertRefused(DecisionResult decided, DenialReason why) {
    assertThat(decided)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.why()).isEqualTo(why));
  }
}
