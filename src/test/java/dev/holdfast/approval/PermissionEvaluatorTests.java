package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.delegation.DelegationService;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, as the policy is now. */
class PermissionEvaluatorTests {

  private static final Set<Permission> DECIDE = EnumSet.of(Permission.APPROVE, Permission.REJECT);

  private static final Person ANN = person(21, "Ann");
  private static final Person BEN = person(22, "Ben");
  private static final Person DEPUTY = person(31, "Deputy");
  private static final Person FIRST = person(41, "First");
  private static final Person STRANGER = person(51, "Stranger");

  private static final String GROUPS =
      """
      version: 1
      groups:
        owners: {people: [00000000-0000-0000-0000-000000000021]}
        others: {people: [00000000-0000-0000-0000-000000000022]}
        deputies: {people: [00000000-0000-0000-0000-000000000031]}
        first: {people: [00000000-0000-0000-0000-000000000041]}
      """;

  /** Ann decides about data that leaves, Ben about what is overwritten. */
  private static final String SIDES =
      GROUPS
          + """
          rules:
            - name: Everything
              environments: all
              data-leaves: {request: "*", approve: owners, delegates: deputies, escalate: {after: 2h, to: first}}
              overwritten: {request: "*", approve: others, safety-backup: none}
          """;

  /** Nobody reads the group, and everybody else is named. */
  private static final String UNREADABLE =
      """
      version: 1
      groups:
        owners: {people: [00000000-0000-0000-0000-000000000021]}
        elsewhere: {entra-groups: 00000000-0000-0000-0000-0000000000aa}
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approve: %s, delegates: %s, escalate: {after: 2h, to: %s}}
          overwritten: {request: "*", approve: owners, safety-backup: none}
      """;

  private static final String EMERGENCIES =
      """
      version: 1
      groups:
        owners: {people: [00000000-0000-0000-0000-000000000021]}
        first: {people: [00000000-0000-0000-0000-000000000041]}
        elsewhere: {entra-groups: 00000000-0000-0000-0000-0000000000aa}
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approve: owners, emergency: {request: owners, reviewers: %s}}
          overwritten: {request: "*", approve: owners, safety-backup: none, emergency: {request: owners}}
      """;

  @AutoClose
  private final Workbench bench =
      new Workbench(Databases.H2.fresh())
          .with(PolicyProperties.class, new PolicyProperties(null))
          .open("request", "approval", "audit");

  private final PermissionEvaluator permissions = bench.get(PermissionEvaluator.class);

  @BeforeEach
  void begin() {
    policy(SIDES);
  }

  @Test
  void theRequesterComesFirstAndThenWhoDecides() {
    Request request = submit();
    assertThat(permissions.whoMay(request, EnumSet.of(Permission.CANCEL, Permission.APPROVE)))
        .containsExactly(ALEX.id(), ANN.id(), BEN.id());
    assertThat(permissions.whoMay(request, DECIDE)).containsExactly(ANN.id(), BEN.id());
    assertThat(permissions.whoMay(request, EnumSet.of(Permission.UNDO))).isEmpty();
  }

  @Test
  void whoseTurnComesWithAnEscalationIsNamedThenOnly() {
    Request request = submit();
    assertThat(permissions.may(FIRST, Permission.APPROVE, request)).isFalse();
    Request escalated = escalate(request);
    assertThat(permissions.whoMay(escalated, DECIDE))
        .containsExactlyInAnyOrder(ANN.id(), BEN.id(), FIRST.id());
    assertThat(permissions.may(FIRST, Permission.APPROVE, escalated)).isTrue();
  }

  @Test
  void anEscalationOfOneSideGivesNothingOnTheOther() {
    Request escalated = escalate(submit());
    assertThat(consents(escalated, FIRST)).containsExactly("DATA_LEAVES:env-uat");
  }

  @Test
  void whoOnlyLetsDataLeaveDecidesNothingAfterwards() {
    Request request = MovedRequests.unknown(restore());
    assertThat(permissions.may(BEN, Permission.RESOLVE, request)).isTrue();
    assertThat(permissions.may(ANN, Permission.RESOLVE, request)).isFalse();
  }

  @Test
  void aDelegateIsNamedWhileItLasts() {
    Request request = submit();
    assertThat(permissions.delegates(request)).isEmpty();
    bench
        .get(DelegationService.class)
        .start(ANN, DEPUTY, bench.clock.instant().plus(Duration.ofHours(1)));
    assertThat(permissions.delegates(request)).extracting(Person::id).containsExactly(DEPUTY.id());
    assertThat(permissions.whoMay(request, DECIDE))
        .containsExactlyInAnyOrder(ANN.id(), BEN.id(), DEPUTY.id());
    bench.clock.advance(Duration.ofHours(2));
    assertThat(permissions.delegates(request)).isEmpty();
    assertThat(permissions.whoMay(request, DECIDE)).containsExactly(ANN.id(), BEN.id());
  }

  /** Deputies decide about data that leaves only, so Ben's delegation gives them nothing. */
  @Test
  void whoMayNotActForTheirDelegatorIsNoDelegate() {
    Request request = submit();
    bench
        .get(DelegationService.class)
        .start(BEN, DEPUTY, bench.clock.instant().plus(Duration.ofHours(1)));
    assertThat(permissions.delegates(request)).isEmpty();
  }

  @Test
  void aDelegateWhoAskedForItIsNone() {
    Request request = submit(DEPUTY);
    bench
        .get(DelegationService.class)
        .start(ANN, DEPUTY, bench.clock.instant().plus(Duration.ofHours(1)));
    assertThat(permissions.delegates(request)).isEmpty();
    assertThat(permissions.whoMay(request, DECIDE)).containsExactly(ANN.id(), BEN.id());
  }

  @Test
  void onlyApproversDelegateAndOnlyToWhomTheRuleAccepts() {
    assertThat(permissions.mayDelegate(ANN)).isTrue();
    assertThat(permissions.mayDelegate(BEN)).isFalse();
    assertThat(permissions.mayDelegate(ANN, DEPUTY)).isTrue();
    assertThat(permissions.mayDelegate(ANN, BEN)).isFalse();
    assertThat(permissions.mayDelegate(BEN, DEPUTY)).isFalse();
  }

  @Test
  void approversFreezeAndOthersDoNot() {
    assertThat(permissions.mayFreeze(ANN, Optional.empty())).isTrue();
    assertThat(permissions.mayFreeze(STRANGER, Optional.empty())).isFalse();
    assertThat(permissions.of(STRANGER).whyNot(Permission.FREEZE))
        .contains(DenialReason.NOT_AN_APPROVER);
    assertThat(permissions.of(ANN).may(Permission.FREEZE)).isTrue();
  }

  @Test
  void allThatIsOfARequestIsDecidedAbout() {
    Permissions of = permissions.of(ANN, submit());
    assertThat(of.may(Permission.APPROVE)).isTrue();
    assertThat(of.may(Permission.CANCEL)).isFalse();
    for (Permission each : Permission.values()) {
      if (each != Permission.RUN_DOCTOR && each != Permission.FREEZE) {
        assertThat(of.whyNot(each)).as(each.name()).isNotNull();
      }
    }
  }

  @Test
  void whoDecidesIsAmongThoseWhoConsentOnTheirSideOnly() {
    Request request = submit();
    assertThat(consents(request, ANN)).containsExactly("DATA_LEAVES:env-uat");
    assertThat(consents(request, BEN)).containsExactly("OVERWRITTEN:env-dev");
    assertThat(consents(request, STRANGER)).isEmpty();
  }

  @Test
  void whoIsInNoReadableGroupIsNotSaidToHaveNoRight() {
    Request request = submit();
    unreadable("elsewhere", "owners", "owners");
    assertThat(doubt(request)).hasValueSatisfying(why -> assertThat(why).contains("elsewhere"));
    assertThat(permissions.whyNot(STRANGER, Permission.APPROVE, request))
        .contains(DenialReason.GROUP_UNREADABLE);
  }

  @Test
  void theSecondGroupIsDoubtedOnceItsTurnHasCome() {
    unreadable("owners", "owners", "elsewhere");
    Request request = submit();
    assertThat(doubt(request)).isEmpty();
    assertThat(permissions.whyNot(STRANGER, Permission.APPROVE, request))
        .contains(DenialReason.NOT_AN_APPROVER);
    assertThat(doubt(escalate(request)))
        .hasValueSatisfying(why -> assertThat(why).contains("elsewhere"));
  }

  @Test
  void delegatesAreDoubtedOnlyWhereSomebodyDelegatedToThem() {
    unreadable("owners", "elsewhere", "owners");
    Request request = submit();
    assertThat(doubt(request)).isEmpty();
    bench
        .get(DelegationService.class)
        .start(ANN, STRANGER, bench.clock.instant().plus(Duration.ofHours(1)));
    assertThat(doubt(request)).hasValueSatisfying(why -> assertThat(why).contains("elsewhere"));
    assertThat(permissions.doubt(BEN, request)).isEmpty();
  }

  @Test
  void reviewersOfAnEmergencyAreDoubtedToo() {
    policy(EMERGENCIES.formatted("first"));
    Request request = submit();
    assertThat(doubt(request)).isEmpty();
    assertThat(permissions.decidesAbout(FIRST, request.details().spec().environments())).isTrue();
    assertThat(permissions.decidesAbout(STRANGER, request.details().spec().environments()))
        .isFalse();
    policy(EMERGENCIES.formatted("elsewhere"));
    assertThat(doubt(request)).hasValueSatisfying(why -> assertThat(why).contains("elsewhere"));
  }

  private List<String> consents(Request request, Person decider) {
    return permissions.consentsFor(request, decider).stream()
        .filter(consent -> consent.approvers().stream().anyMatch(decider.id()::equalsIgnoreCase))
        .map(RequiredConsent::key)
        .toList();
  }

  private Optional<String> doubt(Request request) {
    Optional<Message> why = permissions.doubt(STRANGER, request);
    return why.map(StoredMessage::english);
  }

  private void unreadable(String approvers, String delegates, String reserve) {
    policy(UNREADABLE.formatted(approvers, delegates, reserve));
  }

  private void policy(String file) {
    bench.get(PolicyInForce.class).replace(PolicyFileParser.parse(file).policy().orElseThrow());
  }

  /** Of the side of the data that leaves. */
  private Request escalate(Request request) {
    Set<String> keys = Set.of("DATA_LEAVES:env-uat");
    return bench.change(
        request,
        awaiting ->
            awaiting
                .approval()
                .escalate(permissions.consentsNow(awaiting), keys, "first", bench.clock.instant()));
  }

  private Request submit() {
    return submit(ALEX);
  }

  private Request submit(Person requester) {
    return bench
        .get(ApprovalService.class)
        .submit(
            new SubmitRequest(
                "draft-" + bench.requests().nextId(),
                requester,
                BERLIN,
                restore(),
                "",
                new RequestOrigin("chat-alex", "m-1", true),
                List.of()));
  }

  private static Person person(int number, String name) {
    return new Person("00000000-0000-0000-0000-0000000000" + number, name);
  }
}
