package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.message.Message;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request may wait long for its turn; what the policy says then counts where it became stricter.
 * An environment that has changed meanwhile must still be covered by the same rule.
 */
class ApprovalRevalidation implements ApprovalRevalidator {

  private static final String ENVIRONMENT = "environment";

  private final PolicyEvaluator policy;
  private final Approvers approvers;

  ApprovalRevalidation(PolicyEvaluator policy) {
    this.policy = policy;
    this.approvers = new Approvers(policy);
  }

  @Override
  public Revalidation revalidate(Request request, List<EnvironmentRef> asRead) {
    return revalidate(request, request, asRead);
  }

  /**
   * The same of a part, which is done by the approvals of the request that it's a part of.
   *
   * @param approved the request that people have approved
   */
  Revalidation revalidate(Request request, Request approved, List<EnvironmentRef> asRead) {
    OperationSpec spec = request.details().spec();
    List<EnvironmentUse> now = spec.environments().stream().map(use -> now(use, asRead)).toList();
    Optional<Message> denial = otherRule(spec, now).or(() -> denial(request, now));
    if (denial.isPresent()) {
      return new Revalidation.Denied(denial.get());
    }
    return policy
        .uncertainty(request.details().requester(), now)
        .<Revalidation>map(Revalidation.Unknown::new)
        .orElseGet(() -> approvals(request, approved, now));
  }

  @Override
  public void prepare(Request request) {
    policy.groups().refresh(request.details().spec());
  }

  private static EnvironmentUse now(EnvironmentUse use, List<EnvironmentRef> asRead) {
    return asRead.stream()
        .filter(read -> read.id().equalsIgnoreCase(use.environment().id()))
        .findFirst()
        .map(read -> new EnvironmentUse(read, use.role()))
        .orElse(use);
  }

  /** Requests from before attributes were kept can't be compared by them. */
  private Optional<Message> otherRule(OperationSpec spec, List<EnvironmentUse> now) {
    if (!spec.needsApproval()) {
      return Optional.empty();
    }
    for (int i = 0; i < now.size(); i++) {
      EnvironmentRef before = spec.environments().get(i).environment();
      EnvironmentRef after = now.get(i).environment();
      EnvironmentRef comparable =
          before.attributes().isEmpty()
              ? new EnvironmentRef(
                  before.id(), before.displayName(), before.details(), after.attributes())
              : before;
      if (!policy.isUnderSameRule(comparable, after)) {
        return Optional.of(otherRule(before, after));
      }
    }
    return Optional.empty();
  }

  private static Message otherRule(EnvironmentRef before, EnvironmentRef after) {
    String name = before.displayName();
    return name.equals(after.displayName())
        ? Message.of("policy.otherRule", ENVIRONMENT, name)
        : Message.of("policy.renamed", ENVIRONMENT, name, "newName", after.displayName());
  }

  private Optional<Message> denial(Request request, List<EnvironmentUse> now) {
    OperationSpec spec = request.details().spec();
    return policy
        .lostRight(request.details().requester(), now)
        .or(() -> policy.denialOfName(spec))
        .or(() -> policy.missingSafetyBackup(spec, now))
        .or(() -> policy.missingTicket(spec, now, request.details().submission().ticket()));
  }

  private Revalidation approvals(Request request, Request approved, List<EnvironmentUse> now) {
    List<RequiredConsent> required = required(request, now);
    Set<String> keys = now.stream().map(RequiredConsent::key).collect(Collectors.toSet());
    List<Person> noLonger =
        approved.decisions().stream()
            .filter(Decision::isApprovalInForce)
            .filter(
                decision ->
                    now.stream().noneMatch(use -> approvers.stands(decision, approved, use)))
            .map(Decision::by)
            .toList();
    return approved.terms().stricterOf(required).consents().stream()
        .filter(consent -> request == approved || keys.contains(consent.key()))
        .filter(consent -> valid(approved, consent, now) < consent.approvals())
        .findFirst()
        .<Revalidation>map(
            consent ->
                doubt(approved, now)
                    .<Revalidation>map(Revalidation.Unknown::new)
                    .orElseGet(
                        () ->
                            new Revalidation.Incomplete(
                                noLonger.isEmpty() && isNoLongerEmergency(request, now)
                                    ? noLongerEmergency(request)
                                    : missing(consent, noLonger),
                                required,
                                noLonger)))
        .orElseGet(Revalidation.Holds::new);
  }

  /**
   * Who has approved or declared an emergency may be in a group that can't be read now: nothing
   * ends for that.
   */
  private Optional<Message> doubt(Request request, List<EnvironmentUse> now) {
    return now.stream()
        .flatMap(use -> approvers.doubtOfDecisions(request, use).stream())
        .findFirst()
        .or(
            () ->
                request.emergency().isDeclared()
                    ? policy.emergencies().doubt(request.details().requester(), now)
                    : Optional.empty());
  }

  /** Of an emergency only while the policy still allows it to this person. */
  private List<RequiredConsent> required(Request request, List<EnvironmentUse> now) {
    Person requester = request.details().requester();
    List<RequiredConsent> normal =
        policy.consents(requester, now, request.details().spec().needsApproval());
    return request.emergency().isDeclared()
        ? policy.emergencies().consents(normal, requester, now)
        : normal;
  }

  private boolean isNoLongerEmergency(Request request, List<EnvironmentUse> now) {
    return request.emergency().isDeclared()
        && !policy.emergencies().mayDeclare(request.details().requester(), now);
  }

  private static Message noLongerEmergency(Request request) {
    return Message.of("policy.noLonger.emergency", "person", request.details().requester().name());
  }

  /** How many approvals for this environment are by people who may still approve there. */
  private long valid(Request request, RequiredConsent consent, List<EnvironmentUse> now) {
    List<EnvironmentUse> meant =
        now.stream().filter(use -> RequiredConsent.key(use).equals(consent.key())).toList();
    return request.decisions().stream()
        .filter(decision -> decision.countsFor(consent))
        .filter(
            decision -> meant.stream().anyMatch(use -> approvers.stands(decision, request, use)))
        .count();
  }

  private static Message missing(RequiredConsent consent, List<Person> noLonger) {
    return noLonger.isEmpty()
        ? Message.of(
            "policy.moreApprovals",
            ENVIRONMENT,
            consent.environmentName(),
            "approvals",
            consent.approvals())
        : Message.of(
            "policy.noLonger.approve",
            "people",
            noLonger.stream().map(Person::name).toList(),
            ENVIRONMENT,
            consent.environmentName());
  }
}
