package dev.holdfast.approval.policy;

import dev.holdfast.request.ApproverDirectory;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All whom some rule of the policy names to decide. */
@Component
class ConfiguredApprovers implements ApproverDirectory {

  private final PolicyInForce policy;

  ConfiguredApprovers(PolicyInForce policy) {
    this.policy = policy;
  }

  @Override
  public List<String> all() {
    return policy.get().rules().stream()
        .flatMap(rule -> rule.roles().values().stream())
        .flatMap(role -> Stream.of(role.approvers(), role.substitutes().reserve()))
        .flatMap(people -> people.all().stream())
        .distinct()
        .toList();
  }
}
