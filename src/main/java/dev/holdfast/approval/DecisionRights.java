package dev.holdfast.approval;

import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** By what right a person decides about a request: their own, or that of those who delegated. */
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

  /** Those to whom somebody has delegated, each once. */
  List<Person> delegates() {
    return delegations.active(clock.instant()).stream().map(Delegation::to).distinct().toList();
  }
}
