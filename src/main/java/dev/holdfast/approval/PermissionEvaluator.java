package dev.holdfast.approval;

import static java.util.function.Predicate.not;

import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.policy.ApprovalRequirement;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.approval.policy.PolicyExplanation;
import dev.holdfast.approval.policy.PolicyGroups;
import dev.holdfast.message.Message;
import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.step.EnvironmentRef;
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
  private final PersonalDenial personal;

  public PermissionEvaluator(
      PolicyEvaluator policy, FollowUps followUps, DelegationRepository delegations, Clock clock) {
    this.policy = policy;
    this.approvers = new Approvers(policy);
    this.rights = new DecisionRights(policy, delegations, clock);
    this.obstacles = new RequestObstacles(followUps, clock);
    this.personal = new PersonalDenial(approvers, rights, clock);
  }

  /** What a person may do whatever the request. */
  public Permissions of(Person person) {
    return new Permissions(
        Map.of(
            Permission.RUN_DOCTOR,
            DenialReason.NOT_NAMED.unless(!person.actsAsApplication() && policy.isNamed(person)),
            Permission.FREEZE,
            DenialReason.NOT_AN_APPROVER.unless(mayFreeze(person, Optional.empty()))));
  }

  /**
   * Whether a person may freeze an environment and end that.
   *
   * @param environment empty for everything
   */
  public boolean mayFreeze(Person person, Optional<EnvironmentRef> environment) {
    return !person.actsAsApplication() && policy.mayFreeze(person, environment);
  }

  /** Whether a person may say which channel is the approvers'. */
  public boolean mayConnect(Person person) {
    return policy.mayConnect(person);
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
    if (person.actsAsApplication() && what != Permission.CANCEL) {
      return Optional.of(DenialReason.APPLICATION);
    }
    // Everybody is told first that it has ended.
    return what == Permission.CANCEL && request.state().isClosed()
        ? obstacles.of(what, request)
        : personalDenial(person, what, request).or(() -> obstacles.of(what, request));
  }

  /**
   * Whether a person decides about any of these environments or reviews emergencies there, or comes
   * to as a delegate or after an escalation, leaving aside who asked.
   */
  boolean decidesAbout(Person person, List<EnvironmentUse> uses) {
    return !person.actsAsApplication()
        && (policy.emergencies().mayReview(person, uses) || decidesAboutAny(person, uses));
  }

  private boolean decidesAboutAny(Person person, List<EnvironmentUse> uses) {
    return uses.stream()
        .anyMatch(
            use ->
                policy.mayDecide(person, use)
                    || policy.acceptsDelegate(person, use)
                    || policy.isReserve(person, use));
  }

  /** Why the policy no longer allows a request at all; empty when it does, or can't tell now. */
  Optional<Message> lastingDenial(Request request) {
    return lastingDenial(request.details().requester(), request.details().spec());
  }

  /** The same of what is to be requested. */
  Optional<Message> lastingDenial(Person requester, OperationSpec wish) {
    return policy.lastingDenial(requester, wish);
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
    return policy
        .requirement(
            request.details().requester(),
            request.details().spec(),
            request.emergency().isDeclared())
        .consents();
  }

  /** For whom a person decides about a request, besides themselves. */
  Acting actingFor(Person person, Request request) {
    return rights.of(person, request).acting();
  }

  /** Those who could decide about a request now because an approver has delegated. */
  public List<Person> delegates(Request request) {
    return rights.delegates().stream()
        .filter(person -> !request.details().isRequestedBy(person))
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

  /** Which groups that are kept elsewhere count, and whether they can be read. */
  public PolicyGroups groups() {
    return policy.groups();
  }

  /** Why it isn't known now whether a person decides or reviews; empty when it is. */
  public Optional<Message> doubt(Person person, Request request) {
    return rights
        .doubt(person, request)
        .or(
            () ->
                policy.emergencies().unreadableReviewers(request.details().spec().environments()));
  }

  /** Why a person may not request this; empty when they may. */
  public Optional<Message> denial(Person person, OperationSpec wish) {
    return policy.denial(person, wish);
  }

  /** The same as an emergency. */
  public Optional<Message> denialOfEmergency(Person person, OperationSpec wish) {
    return policy.denialOfEmergency(person, wish);
  }

  /** Which rule asks for a change ticket that isn't named; empty when all is well. */
  public Optional<Message> missingTicket(OperationSpec wish, Optional<String> ticket) {
    return policy.missingTicket(wish, wish.environments(), ticket);
  }

  /** What is kept with an emergency; call it only where there is no denial. */
  Emergency emergencyTerms(Person requester, OperationSpec wish) {
    return policy.emergencies().terms(requester, wish);
  }

  /**
   * How many have to approve what a person requests, and who can. Call it only where there is no
   * {@link #denial}.
   */
  ApprovalRequirement requirement(Person requester, OperationSpec wish, boolean isEmergency) {
    return policy.requirement(requester, wish, isEmergency);
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
                policy.emergencies().reviewers(request.details().spec()).stream(),
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

  /** Leaves aside whether anybody can. */
  private Optional<DenialReason> personalDenial(Person person, Permission what, Request request) {
    return what == Permission.RUN_DOCTOR || what == Permission.FREEZE
        ? of(person).whyNot(what)
        : personal.of(person, what, request);
  }
}
