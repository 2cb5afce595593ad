package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.request.EmergencyTransitions.Review;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an emergency is stored, and who reviews it. */
@EachDatabase
class EmergencyRequestTests {

  private final Databases database;
  private Workbench bench;
  private ApprovalService approvals;

  EmergencyRequestTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        new Workbench(database.fresh())
            .with(PolicyProperties.class, new PolicyProperties(null))
            .open("request", "approval", "audit");
    approvals = bench.get(ApprovalService.class);
    bench
        .get(PolicyInForce.class)
        .replace(
            Policies.withEmergencies(
                List.of(MEGAN.id()),
                Policies.emergency(List.of(ALEX.id()), 0, List.of(ALEX.id(), ADELE.id()))));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void itNeedsNoApprovalAndKeepsWhoReviews() {
    Request request = now(submit(ALEX, true));
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.details().emergency())
        .contains(new Emergency(List.of(ADELE.id()), Duration.ofHours(10), List.of(50)));
    assertThat(request.emergency().isReviewMissing()).isFalse();
    assertThat(submit(ALEX, false).state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(texts("select options from audit where request_id = " + request.id().number()))
        .singleElement()
        .asString()
        .contains("\"emergency\":\"PT10H\"");
  }

  @Test
  void whoIsNotNamedOrGivesNoReasonGetsNone() {
    assertThatThrownBy(() -> submit(ADELE, true)).isInstanceOf(IllegalArgumentException.class);
    SubmitRequest silent =
        new SubmitRequest(
            "silent",
            ALEX,
            BERLIN,
            restore(),
            " ",
            new RequestOrigin("chat-alex", "m-1", true),
            List.of(),
            new SubmitRequest.Asked(true, false, Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> approvals.submit(silent))
        .hasMessageStartingWith("An emergency needs a reason.");
    assertThat(bench.requests().recent(10)).isEmpty();
  }

  @Test
  void anotherPersonReviewsItWithAComment() {
    Request request = started();
    assertRefused(review(request, ALEX, "fine"), DenialReason.OWN_EMERGENCY);
    assertRefused(review(request, MEGAN, "fine"), DenialReason.NOT_A_REVIEWER);
    assertRefused(review(request, ADELE, " "), DenialReason.REVIEW_EMPTY);
    assertThat(now(request).emergency().isReviewMissing()).isTrue();

    assertThat(review(request, ADELE, "It was needed.")).isInstanceOf(Done.class);

    assertThat(now(request).emergency().review())
        .contains(new Review(ADELE, "It was needed.", bench.clock.instant()));
    assertThat(now(request).state()).isEqualTo(RequestState.RUNNING);
    assertRefused(review(request, ADELE, "again"), DenialReason.NO_REVIEW_MISSING);
    assertThat(
            texts(
                "select what || ' ' || who_name || ' ' || words from audit"
                    + " where what in ('REVIEWED', 'DECISION_REFUSED') order by id"))
        .containsExactly(
            "DECISION_REFUSED Alex Wilber review: OWN_EMERGENCY",
            "DECISION_REFUSED Megan Bowen review: NOT_A_REVIEWER",
            "REVIEWED Adele Vance It was needed.");
  }

  @Test
  void nobodyReviewsWhatHasNotStarted() {
    Request request = submit(ALEX, true);
    assertRefused(review(request, ADELE, "fine"), DenialReason.NO_REVIEW_MISSING);
    bench.change(now(request), r -> r.mainStep().commitStart(bench.clock.instant()));
    assertRefused(review(request, ADELE, "fine"), DenialReason.NO_REVIEW_MISSING);
  }

  @Test
  void whatIsNoEmergencyNeedsNoReview() {
    Request request = submit(ALEX, false);
    approvals.approve(request.id(), 1, MEGAN, "", request.details().digest());
    start(request);
    assertRefused(review(request, ADELE, "fine"), DenialReason.NO_REVIEW_MISSING);
  }

  @Test
  void whereEmergenciesAreNoLongerAllowedTheApproversReview() {
    Request request = started();
    bench
        .get(PolicyInForce.class)
        .replace(Policies.withEmergencies(List.of(MEGAN.id()), 1, Optional.empty()));
    assertRefused(review(request, ADELE, "fine"), DenialReason.NOT_A_REVIEWER);
    assertThat(review(request, MEGAN, "It was needed.")).isInstanceOf(Done.class);
  }

  @Test
  void whileItIsNotKnownWhoReviewsNobodyIsSaidNotTo() {
    Request request = started();
    bench
        .get(PolicyInForce.class)
        .replace(
            Policies.withEmergencies(
                List.of(MEGAN.id()),
                Policies.emergency(Policies.UNREADABLE, 0, Policies.UNREADABLE)));
    assertRefused(review(request, ADELE, "fine"), DenialReason.GROUP_UNREADABLE);
    assertThat(now(request).emergency().isReviewMissing()).isTrue();
  }

  /** Nobody else has looked at it before, so the requester alone settles nothing. */
  @Test
  void theRequesterOfAnEmergencyDoesNotSettleItsOutcome() {
    PermissionEvaluator permissions = bench.get(PermissionEvaluator.class);
    assertThat(permissions.whyNot(ALEX, Permission.RESOLVE, started()))
        .contains(DenialReason.OWN_REQUEST);
  }

  @Test
  void whoReviewsMayReadTheRequest() {
    Request request = started();
    ReadingRights rights = bench.get(ReadingRights.class);
    assertThat(rights.mayRead(ADELE, request)).isTrue();
    assertThat(rights.mayBeTold(ADELE, request)).isTrue();
  }

  private Request started() {
    Request request = submit(ALEX, true);
    start(request);
    return now(request);
  }

  private void start(Request request) {
    Request now = now(request);
    bench.change(now, r -> r.mainStep().commitStart(bench.clock.instant()));
    bench.change(now, r -> r.mainStep().accepted(progress("Accepted"), "", bench.clock.instant()));
  }

  private Request submit(Person requester, boolean emergency) {
    return approvals.submit(
        new SubmitRequest(
            "draft-" + bench.requests().nextId(),
            requester,
            BERLIN,
            restore(),
            "the books close",
            new RequestOrigin("chat-alex", "m-1", true),
            List.of(),
            new SubmitRequest.Asked(emergency, false, Optional.empty(), Optional.empty())));
  }

  private DecisionResult review(Request request, Person by, String comment) {
    return approvals.review(request.id(), by, comment);
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }

  private List<String> texts(String sql) {
    return bench.get(JdbcClient.class).sql(sql).query(String.class).list();
  }

  private static void assertRefused(DecisionResult decided, DenialReason why) {
    assertThat(decided)
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
