package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.List;

/** Whether what was approved may still be done, as the policy stands now. */
public interface ApprovalRevalidator {

  /**
   * By what is known of its environments.
   *
   * @param asRead those that were read just now; the others count as the request has them
   */
  Revalidation revalidate(Request request, List<EnvironmentRef> asRead);

  /** Has read again what the answer depends on. It waits for others, so no transaction may. */
  default void prepare(Request request) {}

  /** The same without reading the environments. */
  default Revalidation revalidate(Request request) {
    return revalidate(request, List.of());
  }
}
