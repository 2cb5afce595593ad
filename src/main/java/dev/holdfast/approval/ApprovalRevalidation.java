package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.message.Message;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A request may wait long for its turn; what the policy says then counts, not what it said. Rules
 * match names, so an environment that was renamed meanwhile must still be under the same rule.
 */
@Component
class ApprovalRevalidation implements ApprovalRevalidator {

  private static final String ENVIRONMENT = "environment";

  private final PolicyEvaluator policy;

  ApprovalRevalidation(PolicyEvaluator policy) {
    this.policy = policy;
  }

  @Override
  public Optional<Message> denial(Request request, EnvironmentRef affected) {
    OperationSpec work = request.details().spec();
    String name = work.affected().displayName();
    if (work.needsApproval() && !policy.isUnderSameRule(work.affected(), affected)) {
      return Optional.of(
          Message.of("policy.renamed", ENVIRONMENT, name, "newName", affected.displayName()));
    }
    Person requester = request.details().requester();
    if (work.overwrites() && !policy.mayOverwrite(work.affected())) {
      return Optional.of(Message.of("policy.noLonger.overwrite", ENVIRONMENT, name));
    }
    if (!policy.mayRequest(requester, work)) {
      return Optional.of(
          Message.of("policy.noLonger.request", "person", requester.name(), ENVIRONMENT, name));
    }
    Optional<Message> newName = policy.denialOfName(work);
    if (newName.isPresent()) {
      return newName;
    }
    List<Person> approved =
        request.decisions().stream().filter(Decision::approves).map(Decision::by).toList();
    List<Person> noMore =
        approved.stream().filter(person -> !policy.mayDecide(person, work)).toList();
    return approved.size() - noMore.size() < request.details().approvalTerms().approvals()
        ? Optional.of(
            Message.of(
                "policy.noLonger.approve",
                "people",
                noMore.stream().map(Person::name).toList(),
                ENVIRONMENT,
                name))
        : Optional.empty();
  }
}
