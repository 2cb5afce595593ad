package dev.holdfast.approval.policy;

import dev.holdfast.request.ApproverDirectory;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** All whom some rule of the policy names to decide. */
@Component
class ConfiguredApprovers implements ApproverDirectory {

  private final List<String> ids;

  ConfiguredApprovers(PolicyProperties properties) {
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
