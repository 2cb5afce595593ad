package dev.holdfast.approval;

import static java.util.function.Predicate.not;

import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.policy.ApprovalRequirement;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.approval.policy.PolicyExplanation;
import dev.holdfast.message.Message;
import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Decides who may do what, as policy and request are now. Buttons are drawn by it and clicks are
 * checked by it, so no card offers what its click would refuse.
 */
@Service
public class PermissionEvaluator {

  private static final Set<Permission> ON_REQUESTS =
      EnumSet.complementOf(EnumSet.of(Permission.RUN_DOCTOR, Permission.FREEZE));

  private final PolicyEvaluator policy;
  private final Approvers approvers;
  private final DecisionRights rights;
  private final RequestObstacles obstacles;
  private final Clock clock;

  public PermissionEvaluator(
      PolicyEvaluator policy, FollowUps followUps, DelegationRepository delegations, Clock clock) {
    this.policy = policy;
    this.approvers = new Approvers(policy);
    this.rights = new DecisionRights(policy, delegations, clock);
    this.obstacles = new RequestObstacles(followUps, clock);
    this.clock = clock;
  }

  /** What a person may do whatever the request. */
  public Permissions of(Person person) {
    return new Permissions(
        Map.of(
            Permission.RUN_DOCTOR,
            DenialReason.NOT_NAMED.unless(policy.isNamed(person)),
            Permission.FREEZE,
            DenialReason.NOT_AN_APPROVER.unless(mayFreeze(person, Optional.empty()))));
  }

  /**
   * Whether a person may freeze an environment and end that.
   *
   * @param environment empty for everything
   */
  public boolean mayFreeze(Person person, Optional<EnvironmentRef> environment) {
    return policy.mayFreeze(person, environment);
  }

  /** What a person may do with a request. */
  public Permissions of(Person person, Request request) {
    Map<Permission, Optional<DenialReason>> all = new EnumMap<>(Permission.class);
    ON_REQUESTS.forEach(what -> all.put(what, whyNot(person, what, request)));
    return new Permissions(all);
  }

  public boolean may(Person person, Permission what, Request request) {
    return whyNot(person, what, request).isEmpty();
  }

  /** Why a person may not do something with a request; empty when they may. */
  public Optional<DenialReason> whyNot(Person person, Permission what, Request request) {
    // Everybody is told first that it has ended.
    return what == Permission.CANCEL && request.state().isClosed()
        ? obstacles.of(what, request)
        : personalDenial(person, what, request).or(() -> obstacles.of(what, request));
  }

  /**
   * Whether a person decides about any of these environments, or comes to as a delegate or after an
   * escalation, leaving aside who asked.
   */
  boolean decidesAbout(Person person, List<EnvironmentUse> uses) {
    return uses.stream()
        .anyMatch(
            use ->
                policy.mayDecide(person, use)
                    || policy.acceptsDelegate(person, use)
                    || policy.isReserve(person, use));
  }

  /** Why the policy no longer allows a request at all; empty when it does, or can't tell now. */
  Optional<Message> lastingDenial(Request request) {
    return policy.lastingDenial(request.details().requester(), request.details().spec());
  }

  /**
   * The consents that the policy asks for now. Among their approvers is who decides just now, even
   * where the members of a group can't be listed.
   */
  List<RequiredConsent> consentsFor(Request request, Person decider) {
    return consentsNow(request).stream()
        .map(
            consent ->
                request.details().spec().environments().stream()
                        .filter(use -> consent.key().equals(RequiredConsent.key(use)))
                        .anyMatch(use -> approvers.mayDecide(decider, request, use))
                    ? consent.including(decider.id())
                    : consent.excluding(decider.id()))
        .toList();
  }

  /**
   * What the policy says about a person and what is done with these environments, and why.
   *
   * @param names from the ID of a person to what they are called
   */
  public PolicyExplanation explanation(
      Person person, List<EnvironmentUse> uses, UnaryOperator<String> names) {
    return policy.explanation(person, uses, names);
  }

  /** The consents that the policy asks for now. */
  public List<RequiredConsent> consentsNow(Request request) {
    return policy.requirement(request.details().requester(), request.details().spec()).consents();
  }

  /** For whom a person decides about a request, besides themselves. */
  Acting actingFor(Person person, Request request) {
    return rights.of(person, request).acting();
  }

  /** Those who could decide about a request now because an approver has delegated. */
  public List<Person> delegates(Request request) {
    return rights.delegates().stream()
        .filter(person -> !isRequester(person, request))
        .filter(person -> !rights.of(person, request).acting().people().isEmpty())
        .toList();
  }

  /** Whether some rule of the policy lets a person delegate. */
  public boolean mayDelegate(Person person) {
    return policy.mayDelegate(person);
  }

  /** Whether some rule of the policy lets a person delegate to another. */
  public boolean mayDelegate(Person person, Person delegate) {
    return policy.mayDelegate(person, delegate);
  }

  /** Why a person may not request this; empty when they may. */
  public Optional<Message> denial(Person person, OperationSpec wish) {
    return policy.denial(person, wish);
  }

  /**
   * How many have to approve what a person requests, and who can. Call it only where there is no
   * {@link #denial}.
   */
  ApprovalRequirement requirement(Person requester, OperationSpec wish) {
    return policy.requirement(requester, wish);
  }

  /**
   * Those who have one of these permissions, by Entra object id: the requester first, then the
   * approvers in the policy's order.
   */
  public List<String> whoMay(Request request, Set<Permission> any) {
    List<Permission> possible =
        any.stream().filter(what -> obstacles.of(what, request).isEmpty()).toList();
    Person requester = request.details().requester();
    Stream<Person> others =
        Stream.of(
                policy.approvers(request.details().spec()).stream(),
                request.terms().approvers().stream().filter(id -> isEscalated(request)),
                rights.delegates().stream().map(Person::id))
            .flatMap(ids -> ids)
            .map(id -> id.toLowerCase(Locale.ROOT))
            .distinct()
            .map(id -> new Person(id, ""))
            .filter(not(requester::isSameAs));
    return Stream.concat(Stream.of(requester), others)
        .filter(
            person ->
                possible.stream().anyMatch(what -> personalDenial(person, what, request).isEmpty()))
        .map(Person::id)
        .toList();
  }

  private static boolean isEscalated(Request request) {
    return request.terms().consents().stream().anyMatch(RequiredConsent::isEscalated);
  }

  /** Why this person may not, leaving aside whether anybody can. */
  private Optional<DenialReason> personalDenial(Person person, Permission what, Request request) {
    return switch (what) {
      case APPROVE, REJECT -> denialOfDecision(person, request);
      case WITHDRAW ->
          DenialReason.NOT_APPROVED_BY_YOU.unless(request.approval().isApprovedBy(person));
      case CANCEL -> DenialReason.NOT_THE_REQUESTER.unless(isRequester(person, request));
      case RESOLVE -> denialOfResolution(person, request);
      case CALL_AGAIN ->
          denialOfResolution(person, request)
              .or(() -> DenialReason.OWN_PROPOSAL.unless(!hasProposedCall(person, request)));
      case REQUEST_AGAIN, UNDO ->
          DenialReason.NOT_INVOLVED.unless(
              isRequester(person, request) || isApprover(person, request));
      case LEAVE_ADMIN_MODE ->
          DenialReason.NOT_INVOLVED.unless(
              isApprover(person, request)
                  || isRequester(person, request) && mayStillRequest(person, request));
      case RUN_DOCTOR, FREEZE -> of(person).whyNot(what);
    };
  }

  /** Four eyes; each approver decides once. */
  private Optional<DenialReason> denialOfDecision(Person person, Request request) {
    if (isRequester(person, request)) {
      return Optional.of(DenialReason.OWN_REQUEST);
    }
    DecisionRights.Right right = rights.of(person, request);
    if (!right.exists()) {
      return Optional.of(right.used() ? DenialReason.DECIDED_BEFORE : DenialReason.NOT_AN_APPROVER);
    }
    return DenialReason.DECIDED_BEFORE.unless(!request.approval().isDecidedBy(person));
  }

  /** Four eyes; where nobody's approval was needed, the requester's are enough. */
  private Optional<DenialReason> denialOfResolution(Person person, Request request) {
    if (!isRequester(person, request)) {
      return DenialReason.NOT_AN_APPROVER.unless(isApprover(person, request));
    }
    return request.terms().approvals() > 0
        ? Optional.of(DenialReason.OWN_REQUEST)
        : DenialReason.NOT_AN_APPROVER.unless(mayStillRequest(person, request));
  }

  private boolean hasProposedCall(Person person, Request request) {
    return request
        .resolution()
        .proposal(clock.instant())
        .filter(said -> said.by().isSameAs(person))
        .isPresent();
  }

  private static boolean isRequester(Person person, Request request) {
    return person.isSameAs(request.details().requester());
  }

  /** Of what is changed or held: who only lets data leave decides about nothing afterwards. */
  private boolean isApprover(Person person, Request request) {
    return request.details().spec().environments().stream()
        .filter(use -> use.role() != EnvironmentRole.DATA_LEAVES)
        .anyMatch(use -> approvers.mayDecide(person, request, use));
  }

  private boolean mayStillRequest(Person person, Request request) {
    return policy.mayRequest(person, request.details().spec());
  }
}
