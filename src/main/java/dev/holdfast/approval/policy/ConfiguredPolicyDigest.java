package dev.holdfast.approval.policy;

import dev.holdfast.request.followup.PolicyDigest;
import dev.holdfast.request.step.Digest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Of the rules in the settings, which stay as they are while Holdfast runs. */
@Component
class ConfiguredPolicyDigest implements PolicyDigest {

  private final String digest;

  ConfiguredPolicyDigest(PolicyProperties properties) {
    List<String> parts = new ArrayList<>(List.of("policy 1"));
    properties.policy().forEach(rule -> add(rule, parts));
    this.digest = Digest.of(parts).hex();
  }

  @Override
  public String inForce() {
    return digest;
  }

  private static void add(PolicyProperties.Rule rule, List<String> parts) {
    for (List<String> texts : List.of(rule.environments(), rule.requesters(), rule.approvers())) {
      parts.add(String.valueOf(texts.size()));
      parts.addAll(texts);
    }
    parts.add(String.valueOf(rule.approvals()));
    parts.add(rule.expiresAfter().toString());
    parts.add(rule.target().name());
    parts.add(rule.safetyBackup().name());
    parts.add(String.valueOf(rule.backupNeedsApproval()));
  }
}
