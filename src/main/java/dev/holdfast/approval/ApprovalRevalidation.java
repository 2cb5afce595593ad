package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A request may wait long for its turn; what the policy says then counts, not what it said. Rules
 * match names, so an environment that was renamed meanwhile must still be under the same rule.
 */
@Component
class ApprovalRevalidation implements ApprovalRevalidator {

  private final PolicyEvaluator policy;

  ApprovalRevalidation(PolicyEvaluator policy) {
    this.policy = policy;
  }

  @Override
  public Optional<String> denial(Request request, EnvironmentRef affected) {
    OperationSpec work = request.details().spec();
    String name = work.affected().displayName();
    if (work.needsApproval() && !policy.isUnderSameRule(work.affected(), affected)) {
      return Optional.of(
          "%s is now named %s, and another rule of the policy applies to it. Submit a new request."
              .formatted(name, affected.displayName()));
    }
    Person requester = request.details().requester();
    if (work.overwrites() && !policy.mayOverwrite(work.affected())) {
      return Optional.of("The policy now forbids to overwrite " + name + ".");
    }
    if (!policy.mayRequest(requester, work)) {
      return Optional.of(
          "The policy no longer lets " + requester.name() + " ask for work on " + name + ".");
    }
    Optional<String> newName = policy.denialOfName(work);
    if (newName.isPresent()) {
      return newName;
    }
    List<Person> approved =
        request.decisions().stream().filter(Decision::approves).map(Decision::by).toList();
    List<Person> noMore =
        approved.stream().filter(person -> !policy.mayDecide(person, work)).toList();
    return approved.size() - noMore.size() < request.details().approvals()
        ? Optional.of(
            "The policy no longer lets %s approve work on %s, so it is not approved any more."
                .formatted(
                    noMore.stream().map(Person::name).collect(Collectors.joining(" and ")), name))
        : Optional.empty();
  }
}
