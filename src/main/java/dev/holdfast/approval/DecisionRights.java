package dev.holdfast.approval;

import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.message.Message;
import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * By what right a person decides about a request: their own, or that of those who delegated. An
 * emergency is reviewed in one's own right.
 */
final class DecisionRights {

  private final Approvers approvers;
  private final PolicyEvaluator policy;
  private final DelegationRepository delegations;
  private final Clock clock;

  DecisionRights(PolicyEvaluator policy, DelegationRepository delegations, Clock clock) {
    this.approvers = new Approvers(policy);
    this.policy = policy;
    this.delegations = delegations;
    this.clock = clock;
  }

  /**
   * A person's right.
   *
   * @param own whether there's one environment about which they decide themselves
   * @param acting for whom they decide about others
   * @param used whether those for whom they could decide all have decided
   */
  record Right(boolean own, Acting acting, boolean used) {

    boolean exists() {
      return own || !acting.people().isEmpty();
    }
  }

  Right of(Person person, Request request) {
    List<EnvironmentUse> uses = request.details().spec().environments();
    List<EnvironmentUse> others =
        uses.stream().filter(use -> !approvers.mayDecide(person, request, use)).toList();
    boolean own = others.size() < uses.size();
    if (others.stream().noneMatch(use -> policy.acceptsDelegate(person, use))) {
      return new Right(own, Acting.NOBODY, false);
    }
    List<Person> delegators =
        delegations.to(person, clock.instant()).stream().map(Delegation::from).toList();
    Acting acting = acting(person, request, others, delegators);
    boolean used =
        acting.people().isEmpty()
            && others.stream()
                .anyMatch(
                    use ->
                        delegators.stream()
                            .anyMatch(from -> approvers.mayDelegate(from, person, request, use)));
    return new Right(own, acting, used);
  }

  /** Why it isn't known now whether a person decides about a request; empty when it is. */
  Optional<Message> doubt(Person person, Request request) {
    List<EnvironmentUse> uses = request.details().spec().environments();
    return first(uses, use -> approvers.doubt(request, use))
        .or(
            () ->
                first(uses, policy.groups()::unreadableDelegates)
                    .filter(why -> !delegations.to(person, clock.instant()).isEmpty()));
  }

  private static Optional<Message> first(
      List<EnvironmentUse> uses, Function<EnvironmentUse, Optional<Message>> doubt) {
    return uses.stream().flatMap(use -> doubt.apply(use).stream()).findFirst();
  }

  /** One approver for each environment, and as few of them as possible. */
  private Acting acting(
      Person person, Request request, List<EnvironmentUse> uses, List<Person> delegators) {
    List<Person> people = new ArrayList<>();
    List<String> consents = new ArrayList<>();
    for (EnvironmentUse use : uses) {
      List<Person> possible =
          delegators.stream()
              .filter(from -> !request.approval().isDecidedBy(from))
              .filter(from -> approvers.mayDelegate(from, person, request, use))
              .toList();
      Optional<Person> chosen =
          possible.stream().filter(people::contains).findFirst().or(() -> first(possible));
      chosen.filter(from -> !people.contains(from)).ifPresent(people::add);
      chosen.ifPresent(from -> consents.add(RequiredConsent.key(use)));
    }
    return new Acting(people, consents);
  }

  private static Optional<Person> first(List<Person> people) {
    return people.stream().findFirst();
  }

  /** Four eyes, as with an approval; this comes afterwards, and nobody does it for another. */
  Optional<DenialReason> denialOfReview(Person person, Request request) {
    if (request.details().isRequestedBy(person)) {
      return Optional.of(DenialReason.OWN_EMERGENCY);
    }
    List<EnvironmentUse> uses = request.details().spec().environments();
    DenialReason why =
        policy.emergencies().unreadableReviewers(uses).isPresent()
            ? DenialReason.GROUP_UNREADABLE
            : DenialReason.NOT_A_REVIEWER;
    return why.unless(policy.emergencies().mayReview(person, uses));
  }

  /** Whether a person could request it now, too. */
  boolean mayStillRequest(Person person, Request request) {
    return policy.mayRequest(person, request.details().spec());
  }

  /** Those to whom somebody has delegated, each once. */
  List<Person> delegates() {
    return delegations.active(clock.instant()).stream().map(Delegation::to).distinct().toList();
  }
}
