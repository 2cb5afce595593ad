package dev.holdfast.approval.policy;

import dev.holdfast.request.ApproverDirectory;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All whom some rule of the policy names to decide, or to review what was an emergency. */
@Component
class ConfiguredApprovers implements ApproverDirectory {

  private final PolicyInForce policy;

  ConfiguredApprovers(PolicyInForce policy) {
    this.policy = policy;
  }

  @Override
  public List<String> all() {
    return policy
        .get()
        .roles()
        .flatMap(
            role ->
                Stream.concat(
                    Stream.of(role.approvers(), role.substitutes().reserve()),
                    role.emergency().stream().map(EmergencyRule::reviewers)))
        .flatMap(people -> people.all().stream())
        .distinct()
        .toList();
  }
}
