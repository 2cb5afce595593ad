package dev.holdfast.approval.policy.calendar;

import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import java.time.Duration;
import java.util.List;

/**
 * Something that somebody wants to start.
 *
 * @param kind of the operation
 * @param needsApproval whether the policy may ask for approvals of it
 * @param length how long it usually takes; zero where that isn't known or doesn't matter any more
 * @param emergency whether it's an emergency, and the policy allows that
 */
public record StartCandidate(
    String kind,
    boolean needsApproval,
    List<EnvironmentUse> uses,
    Duration length,
    boolean emergency) {

  public StartCandidate {
    uses = List.copyOf(uses);
  }

  /** What has parts starts when these may. */
  static StartCandidate of(OperationSpec spec, Duration length, boolean emergency) {
    String kind =
        spec.parts("").stream().map(OperationSpec::kind).findFirst().orElseGet(spec::kind);
    return new StartCandidate(kind, spec.needsApproval(), spec.environments(), length, emergency);
  }
}
