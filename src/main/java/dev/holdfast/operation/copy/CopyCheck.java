package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.OverwriteCheck;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The check of a copy. */
record CopyCheck(CopyOrder order, CopyRules rules) implements OverwriteCheck {

  static CopyCheck of(CopyOrder order, PreflightService preflight) {
    return new CopyCheck(order, new CopyRules(preflight.commonRules()));
  }

  @Override
  public String sourceId() {
    return order.sourceId();
  }

  @Override
  public String targetId() {
    return order.targetId();
  }

  @Override
  public String targetName() {
    return order.targetName();
  }

  @Override
  public Optional<String> securityGroupId() {
    return order.securityGroupId();
  }

  @Override
  public Message noun() {
    return CopyRules.NOUN;
  }

  @Override
  public List<Finding> findings(
      EnvironmentProfile source, EnvironmentProfile target, Situation situation) {
    List<Finding> findings = new ArrayList<>(rules.pair(source, target));
    findings.add(rules.room(source, target, situation));
    findings.addAll(CopyRules.loss(order.type(), source, target));
    if (order.type() == CopyType.WITHOUT_TRANSACTIONS) {
      findings.addAll(TransactionRules.findings(source, target));
    }
    return findings;
  }

  @Override
  public ValidationResult validate(AdminApi api) {
    return api.validate(order);
  }
}
