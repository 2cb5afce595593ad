package dev.holdfast.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The finance and operations apps of an environment. What they are follows from its seed and from
 * what has overwritten it.
 *
 * @param overwritten all restores and copies onto it, the newest first
 */
public record FinOpsApps(
    SimulatedEnvironment environment,
    Instant now,
    Duration delay,
    List<SimulatedOperation> overwritten) {

  private static final Duration HOUR = Duration.ofHours(1);

  /** What went wrong, as {@code operationerrors} words it. */
  public record Trouble(
      String id, String operation, String action, String code, String message, Instant at) {}

  public static FinOpsApps of(World world, SimulatedEnvironment environment) {
    return new FinOpsApps(
        environment,
        world.now(),
        world.lasts(HOUR),
        world.operations(environment.id()).stream()
            .filter(SimulatedOperation::overwrites)
            .toList());
  }

  /** Empty where there are none. */
  public Optional<EnvironmentSeed.FinOpsSeed> made() {
    return Optional.ofNullable(environment.made().finOps());
  }

  /** The code moves with the data (rule R17). */
  public @Nullable String applicationVersion() {
    return overwritten.stream()
        .filter(operation -> operation.ended(now) && !operation.changesNothing())
        .filter(operation -> operation.fault(FaultKind.FINOPS_KEEPS_VERSION).isEmpty())
        .flatMap(operation -> Stream.ofNullable(operation.effect().applicationVersion()))
        .findFirst()
        .or(() -> made().map(EnvironmentSeed.FinOpsSeed::applicationVersion))
        .orElse(null);
  }

  /** A word of ours, save Enabled: those of the service aren't published. */
  public String state() {
    Optional<SimulatedOperation> last = overwritten.stream().findFirst();
    if (last.isEmpty()) {
      return "Enabled";
    }
    return state(last.get());
  }

  /** The same as it was left by one of those that have overwritten it. */
  public String state(SimulatedOperation operation) {
    boolean late = operation.fault(FaultKind.FINOPS_LATE).isPresent();
    if (now.isBefore(late ? operation.endsAt().plus(delay) : operation.endsAt())) {
      return "Servicing";
    }
    boolean failed = operation.fails() || operation.fault(FaultKind.FINOPS_FAILS).isPresent();
    return failed ? "Failed" : "Enabled";
  }

  /** The newest first; the order of the service isn't documented. */
  public List<Trouble> troubles() {
    return overwritten.stream()
        .filter(operation -> operation.ended(now))
        .flatMap(FinOpsApps::trouble)
        .toList();
  }

  private static Stream<Trouble> trouble(SimulatedOperation operation) {
    return Stream.of(
            FaultKind.RESTORE_FAILS,
            FaultKind.RESTORE_FAILS_WITHOUT_WORDS,
            FaultKind.FINOPS_FAILS,
            FaultKind.FINOPS_ERROR)
        .flatMap(kind -> operation.fault(kind).stream())
        .map(
            fault ->
                new Trouble(
                    operation.id(),
                    operation.type(),
                    "DatabaseRestore",
                    fault.codeOr("FnORestoreFailed"),
                    fault.wordsOr("The finance and operations database couldn't be restored."),
                    operation.endsAt()));
  }
}
