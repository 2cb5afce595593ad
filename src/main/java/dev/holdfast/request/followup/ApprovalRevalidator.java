package dev.holdfast.request.followup;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.Optional;

/** Whether what was approved may still be done, as the policy stands now. */
public interface ApprovalRevalidator {

  /**
   * Why it may not be done any more; empty when it may.
   *
   * @param affected the affected environment as it's named now
   */
  Optional<Message> denial(Request request, EnvironmentRef affected);

  /** The same as far as it's known without reading the environment. */
  default Optional<Message> denial(Request request) {
    return denial(request, request.details().spec().affected());
  }
}
