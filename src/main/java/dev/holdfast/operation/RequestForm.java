package dev.holdfast.operation;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for an operation of a type. */
public interface RequestForm<S extends OperationSpec> {

  /** The verb of the button that opens the form; its action is an {@link OpenFormAction}. */
  ActionVerb verb();

  /**
   * Data for the form, with what was asked for once, to ask for the same again.
   *
   * @param zone the person's, for times
   */
  Map<String, String> again(Request request, S spec, ZoneId zone);

  /**
   * Data for the form that asks for the same between the same environments now, without what
   * belonged to that time, such as a restore point or a reason; empty for a type that isn't asked
   * for again and again.
   */
  default Optional<Map<String, String>> anew(S spec) {
    return Optional.empty();
  }

  /**
   * Data for the form that asks for the opposite, which undoes it; empty where there is none, as
   * where data was overwritten.
   */
  default Optional<Map<String, String>> opposite(S spec) {
    return Optional.empty();
  }

  /** The review of a filled-in form; empty where it's submitted at once. */
  default Optional<ReviewForm> review() {
    return Optional.empty();
  }

  /** The same of what is asked for, where that makes a difference. */
  default Optional<ReviewForm> review(S spec) {
    return review();
  }
}
