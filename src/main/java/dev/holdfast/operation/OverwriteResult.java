package dev.holdfast.operation;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.BlockingOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the target shows after an operation that is reported to have overwritten it. Only what was
 * read counts. It is done when the target is ready, and in administration mode, as the service
 * leaves it then (rule R20). When it is ready and not in that mode, nothing shows that it was
 * overwritten: the metadata may be late, and somebody may have turned the mode off since.
 */
public final class OverwriteResult {

  private OverwriteResult() {}

  /**
   * @param kind the operation in a sentence, such as {@code restore}
   * @param operations those of the target, read only where its state doesn't say that it's free
   */
  public static Verification of(
      String kind, Environment environment, Supplier<List<AdminOperation>> operations) {
    return notReady(environment, operations)
        .<Verification>map(Verification.NotYet::new)
        .orElseGet(
            () ->
                environment.inAdministrationMode()
                    ? new Verification.Done(confirmed(kind, environment), Optional.of(environment))
                    : new Verification.NotShown(notShown(kind, environment)));
  }

  private static String notShown(String kind, Environment environment) {
    return "%s isn't in administration mode, which a %s turns on (the runtime state is %s)."
        .formatted(
            environment.displayName(), kind, environment.runtimeState().orElse("not reported"));
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

  private static String confirmed(String kind, Environment environment) {
    return ("Power Platform reports that the %s succeeded. %s is available and in"
            + " administration mode, as it is after a %s.")
        .formatted(kind, environment.displayName(), kind);
  }
}
