package dev.holdfast.execution;

import dev.holdfast.execution.EnvironmentObservation;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.BlockingOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the target shows after an operation that is reported to have restored it. Only what was read
 * counts.
 *
 * @param words for the card
 */
record RestoreResult(Standing standing, String words, Environment environment) {

  enum Standing {
    /** It is ready, and in administration mode as after a restore (rule R20). */
    CONFIRMED,
    /** It isn't ready, or doesn't say so. */
    NOT_READY,
    /**
     * It is ready, and nothing shows that it was restored: a restore turns administration mode on.
     * The metadata may be late, and somebody may have turned the mode off since.
     */
    NOT_SHOWN
  }

  /**
   * @param operations those of the target, read only where its state doesn't say that it's free
   */
  static RestoreResult of(Environment environment, Supplier<List<AdminOperation>> operations) {
    String name = environment.displayName();
    return notReady(environment, operations)
        .map(why -> new RestoreResult(Standing.NOT_READY, why, environment))
        .orElseGet(
            () ->
                environment.inAdministrationMode()
                    ? new RestoreResult(Standing.CONFIRMED, confirmed(environment), environment)
                    : new RestoreResult(
                        Standing.NOT_SHOWN,
                        ("%s isn't in administration mode, which a restore turns on (the runtime"
                                + " state is %s).")
                            .formatted(name, environment.runtimeState().orElse("not reported")),
                        environment));
  }

  private static Optional<String> notReady(
      Environment environment, Supplier<List<AdminOperation>> operations) {
    String name = environment.displayName();
    Optional<Availability.Reported> bad = Availability.of(environment).worst();
    if (bad.isPresent()) {
      return Optional.of("%s isn't ready (%s).".formatted(name, bad.get().words()));
    }
    String management = environment.managementState().orElse("");
    if (!EnvironmentObservation.isAtRest(environment)) {
      return Optional.of(
          "%s isn't ready yet (the management state is %s)."
              .formatted(name, management.isEmpty() ? "not reported" : management));
    }
    Optional<BlockingOperation> holder =
        management.equalsIgnoreCase("Ready")
            ? Optional.empty()
            : BlockingOperation.among(operations.get());
    if (holder.isPresent()) {
      return Optional.of(
          "%s isn't ready yet. It's held by %s.".formatted(name, holder.get().words()));
    }
    return environment.runtimeState().isEmpty()
        ? Optional.of(
            "Power Platform doesn't report whether %s is in administration mode.".formatted(name))
        : Optional.empty();
  }

  private static String confirmed(Environment environment) {
    return ("Power Platform reports that the restore succeeded. %s is available and in"
            + " administration mode, as it is after a restore.")
        .formatted(environment.displayName());
  }
}
