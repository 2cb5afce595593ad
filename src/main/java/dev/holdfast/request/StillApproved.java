package dev.holdfast.request;

import java.util.Optional;

/** Whether what was approved may still be done, as the policy stands now. */
public interface StillApproved {

  /** Why it may not be done any more, in a sentence; empty when it may. */
  Optional<String> objection(Request request);
}
