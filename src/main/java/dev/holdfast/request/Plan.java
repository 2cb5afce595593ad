package dev.holdfast.request;

import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every call that a request needs, in their order; that for what is asked is the last. */
public final class Plan {

  private final List<StepRun> steps;

  Plan(List<StepRun> steps) {
    this.steps = new ArrayList<>(steps);
  }

  /** As it is before anything was begun. */
  public static List<StepRun> of(RequestId id, OperationSpec spec) {
    return Stream.concat(
            spec.stepsBefore(id.toString()).stream()
                .map(first -> StepRun.pending(StepRole.BEFORE, first)),
            Stream.of(StepRun.pending(StepRole.MAIN, spec)))
        .toList();
  }

  List<StepRun> steps() {
    return List.copyOf(steps);
  }

  Optional<StepRun> step(StepRole role) {
    return steps.stream().filter(step -> step.role() == role).findFirst();
  }

  StepRun main() {
    return steps.get(steps.size() - 1);
  }

  /** What has to succeed before a step. */
  List<StepRun> before(StepRole role) {
    return steps.stream().takeWhile(step -> step.role() != role).toList();
  }

  /** The one that is to be called next, or was called last. */
  StepRun next() {
    return steps.stream()
        .filter(step -> step.state() != StepState.SUCCEEDED)
        .findFirst()
        .orElseGet(this::main);
  }

  void set(StepRun next) {
    steps.replaceAll(step -> step.role() == next.role() ? next : step);
  }

  /** The state of a request whose steps are carried out. */
  RequestState state() {
    if (main().state() != StepState.PENDING) {
      return RequestState.valueOf(main().state().name());
    }
    List<StepRun> before = before(StepRole.MAIN);
    if (before.stream().anyMatch(step -> step.state() == StepState.FAILED)) {
      return RequestState.FAILED;
    }
    return before.stream().allMatch(step -> step.state() == StepState.PENDING)
        ? RequestState.APPROVED
        : RequestState.SAFETY_BACKUP;
  }
}
