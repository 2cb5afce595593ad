package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;

/** The check of a restore. */
record RestoreCheck(RestoreOrder order, Rules rules) implements OverwriteCheck {

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
    return RestoreRules.NOUN;
  }

  @Override
  public List<Finding> findings(
      EnvironmentProfile source, EnvironmentProfile target, Situation situation) {
    return rules.restore(source, target, order.point(), situation);
  }

  @Override
  public ValidationResult validate(AdminApi api) {
    return api.validate(order);
  }
}
