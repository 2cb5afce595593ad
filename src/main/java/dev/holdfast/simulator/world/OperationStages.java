package dev.holdfast.simulator.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How an operation divides its time: Validate, Prepare, Run, Finalize (facts 1.5). */
public final class OperationStages {

  private static final double BEGINS = 0.02;

  private enum Span {
    VALIDATE("Validate", BEGINS, 0.08),
    PREPARE("Prepare", 0.08, 0.25),
    RUN("Run", 0.25, 0.9),
    FINALIZE("Finalize", 0.9, 1);

    private final String name;
    private final double from;
    private final double to;

    Span(String name, double from, double to) {
      this.name = name;
      this.from = from;
      this.to = to;
    }
  }

  /** A stage that was reached. */
  public record Stage(String name, String state, Instant from, Instant last) {}

  private OperationStages() {}

  /** The operation's own state as the service words it. */
  public static String state(SimulatedOperation operation, Instant now) {
    if (operation.ended(now)) {
      if (operation.onlyChecks()) {
        boolean fails = operation.fault(FaultKind.VALIDATION_FAILS_LATER).isPresent();
        return fails ? "ValidationFailed" : "ValidationPassed";
      }
      if (operation.endsOddly()) {
        return "Cancelled";
      }
      return operation.fails() ? "Failed" : "Succeeded";
    }
    if (now.isBefore(operation.at(BEGINS))) {
      return "NotStarted";
    }
    boolean odd =
        operation.fault(FaultKind.UNKNOWN_STATE).isPresent()
            && !now.isBefore(operation.at(0.1))
            && now.isBefore(operation.at(0.5));
    return odd ? "Replicating" : "Running";
  }

  public static List<Stage> reached(SimulatedOperation operation, Instant now) {
    Instant last = operation.ended(now) ? operation.endsAt() : now;
    return Arrays.stream(Span.values())
        .filter(span -> !operation.at(span.from).isAfter(last))
        .filter(span -> !operation.fails() || span.from < SimulatedOperation.FAILS_AT)
        .filter(span -> !operation.onlyChecks() || span == Span.VALIDATE)
        .map(span -> stage(operation, span, last))
        .toList();
  }

  private static Stage stage(SimulatedOperation operation, Span span, Instant last) {
    Instant from = operation.at(span.from);
    Instant to = operation.at(span.to);
    if (!to.isAfter(last)) {
      return new Stage(span.name, "Succeeded", from, to);
    }
    boolean failed = operation.fails() && !last.isBefore(operation.endsAt());
    return new Stage(span.name, failed ? "Failed" : "Running", from, last);
  }
}
