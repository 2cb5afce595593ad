package dev.holdfast.approval;

import dev.holdfast.request.Approvers;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** All whom some rule of the policy names to decide. */
@Component
class PolicyApprovers implements Approvers {

  private final List<String> ids;

  PolicyApprovers(PolicyProperties properties) {
    this.ids =
        properties.policy().stream()
            .flatMap(rule -> rule.approvers().stream())
            .map(id -> id.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
  }

  @Override
  public List<String> all() {
    return ids;
  }
}
