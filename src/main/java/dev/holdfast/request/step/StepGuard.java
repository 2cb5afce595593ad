package dev.holdfast.request.step;

import java.util.function.Predicate;

/** What must hold of a step besides its state. */
public enum StepGuard {
  NONE("", step -> true),
  NOTHING_FOUND(
      "the service was read since the last call, and showed nothing of it",
      step -> step.start().filter(start -> start.attempts().shownNothing() > 0).isPresent()),
  BEFORE_ANOTHER("only a step before another", step -> step.role() == StepRole.BEFORE),
  SETS_STATE("only what sets a state", step -> step.spec().setsState()),
  NEEDS_NO_CALL(
      "only what sets a state, and a series, whose runs call",
      step -> step.spec().setsState() || step.spec().isSeries());

  private final String words;
  private final Predicate<StepRun> holds;

  StepGuard(String words, Predicate<StepRun> holds) {
    this.words = words;
    this.holds = holds;
  }

  /** As the documentation states it; empty for none. */
  public String words() {
    return words;
  }

  boolean holdsOf(StepRun step) {
    return holds.test(step);
  }
}
