package dev.holdfast.operation.adminmode;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.message.Message;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The order sets a state, so only the environment itself shows that it is carried out. */
final class LeaveAdminModeExecution implements OperationExecution<LeaveAdminModeSpec> {

  private static final String ON = "Enabled";

  @Override
  public OperationAccepted start(LeaveAdminModeSpec spec, AdminApi api) {
    return api.setAdministrationMode(spec.target().id(), AdministrationMode.OFF);
  }

  /** The words are only inferred (facts 1.5). */
  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.ADMINISTRATION_MODE;
  }

  @Override
  public Set<String> operationTypes() {
    return Set.of("edit", "enable");
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  @Override
  public Verification verify(LeaveAdminModeSpec spec, Instant earliest, AdminApi api) {
    Environment target = api.environment(spec.target().id());
    if (!EnvironmentObservation.isEnabled(target)) {
      return new Verification.NotYet(withState("leaveAdminMode.notShown", target));
    }
    Message left = withState("leaveAdminMode.left", target).with("background", background(target));
    boolean complete = target.backgroundOperations().filter(ON::equalsIgnoreCase).isPresent();
    return new Verification.InOrderedState(
        left, target, complete ? Optional.empty() : Optional.of(background(target)));
  }

  /** The service can leave them off although it was told to turn them on (rule R44). */
  static Message background(Environment target) {
    Optional<String> word = target.backgroundOperations();
    if (word.isEmpty()) {
      return Message.of("leaveAdminMode.background.notReported");
    }
    return word.filter(ON::equalsIgnoreCase).isPresent()
        ? Message.of("leaveAdminMode.background.on")
        : Message.of("leaveAdminMode.background.notOn", "state", word.get());
  }

  /** A sentence about an environment and the service's own word for its runtime state. */
  static Message withState(String code, Environment target) {
    Message about = Message.of(code, "environment", target.displayName());
    return target
        .runtimeState()
        .map(word -> about.with("state", word))
        .orElseGet(() -> about.with("state", Message.of("leaveAdminMode.state.notReported")));
  }
}
