package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The order sets a state, so only the environment itself shows that it's carried out. Background
 * operations are read, too: the service can leave them as they were (rule R44).
 */
final class AdminModeExecution implements OperationExecution<AdminModeSpec> {

  @Override
  public OperationAccepted start(AdminModeSpec spec, AdminApi api) {
    return api.setAdministrationMode(spec.environment().id(), spec.mode());
  }

  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.ADMINISTRATION_MODE;
  }

  /** The words are only inferred (facts 1.5). */
  @Override
  public Set<String> operationTypes() {
    return Set.of("edit", "enable");
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  /** What isn't reported isn't seen, so it's no success. */
  @Override
  public Verification verify(AdminModeSpec spec, Instant earliest, AdminApi api) {
    Environment now = api.environment(spec.environment().id());
    return spec.mode().isFullySeenAt(now)
        ? new Verification.InOrderedState(
            withState("adminModeChange.done", now), now, Optional.empty())
        : new Verification.NotYet(withState("adminModeChange.notShown", now));
  }

  /** A sentence about an environment, with the service's own words for its states. */
  static Message withState(String code, Environment environment) {
    return Message.of(
        code,
        "environment",
        environment.displayName(),
        "state",
        word(environment.runtimeState()),
        "background",
        word(environment.backgroundOperations()));
  }

  private static Message word(Optional<String> word) {
    return word.map(Message::plain).orElseGet(() -> Message.of("adminModeChange.notReported"));
  }
}
