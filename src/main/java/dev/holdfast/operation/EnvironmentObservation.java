package dev.holdfast.operation;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.BlockingOperation;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an environment shows before its mode is changed.
 *
 * @param operations its lifecycle operations, newest first
 */
public record EnvironmentObservation(Environment environment, List<AdminOperation> operations) {

  /** {@code NotSpecified} occurs on healthy environments too (facts 1.6). */
  private static final Set<String> READY = idle();

  /** Throws what {@link AdminApi} throws. */
  public static EnvironmentObservation at(AdminApi api, String environmentId) {
    return new EnvironmentObservation(
        api.environment(environmentId), api.operations(environmentId));
  }

  /** Whether everybody gets in. */
  public boolean enabled() {
    return isEnabled(environment);
  }

  public static boolean isEnabled(Environment environment) {
    return environment.runtimeState().filter("Enabled"::equalsIgnoreCase).isPresent();
  }

  /** Whether its management state says that nothing runs on it, as far as it says anything. */
  public static boolean isAtRest(Environment environment) {
    return environment.managementState().filter(READY::contains).isPresent();
  }

  /** What else is running on it; one operation at a time (rule R29). */
  public Optional<Message> busyWith() {
    String name = environment.displayName();
    return BlockingOperation.among(operations)
        .map(holder -> Message.of("busy.held", "environment", name, "operation", holder.message()))
        .or(
            () ->
                environment
                    .managementState()
                    .filter(state -> !READY.contains(state))
                    .map(state -> Message.of("busy.state", "environment", name, "state", state)));
  }

  private static Set<String> idle() {
    Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    words.addAll(List.of("Ready", "NotSpecified"));
    return words;
  }
}
