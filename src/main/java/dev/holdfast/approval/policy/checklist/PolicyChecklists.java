package dev.holdfast.approval.policy.checklist;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.request.CompletedRequest;
import dev.holdfast.request.Request;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.followup.ChecklistSource;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.TargetObservation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lists of the policy in force; where it has none that fits, what is usual. */
@Component
class PolicyChecklists implements ChecklistSource {

  /** What only finance and operations has (rules R22, R23, R35). */
  private static final Set<KnownItem> OF_FINOPS =
      EnumSet.of(
          KnownItem.DUAL_WRITE, KnownItem.INTEGRATIONS, KnownItem.BATCH_JOBS, KnownItem.SECRETS);

  private final PolicyInForce policy;

  PolicyChecklists(PolicyInForce policy) {
    this.policy = policy;
  }

  @Override
  public List<ChecklistItem> itemsFor(Request succeeded) {
    OperationSpec spec = succeeded.details().spec();
    return policy.get().checklists().stream()
        .filter(list -> list.covers(spec.kind(), spec.affected()))
        .findFirst()
        .map(Policy.Checklist::items)
        .orElseGet(() -> usual(succeeded));
  }

  private static List<ChecklistItem> usual(Request succeeded) {
    boolean finOps = hasFinOps(succeeded);
    return Stream.of(KnownItem.values())
        .filter(item -> finOps || !OF_FINOPS.contains(item))
        .map(ChecklistItem::of)
        .toList();
  }

  /** The target has apps if the source had, if it was seen with some, or if it's of such a kind. */
  private static boolean hasFinOps(Request succeeded) {
    CompletedRequest end = succeeded.completed();
    return end.finOps().expected()
        || end.targetObservation().flatMap(TargetObservation::financeAndOperations).isPresent()
        || isFinOps(succeeded.details().spec().affected());
  }

  private static boolean isFinOps(EnvironmentRef environment) {
    String key = environment.attributes().getOrDefault("kind", "");
    return Stream.of(EnvironmentKind.values())
        .filter(kind -> kind.unified() || kind.lcs())
        .anyMatch(kind -> kind.key().equals(key));
  }
}
