package dev.holdfast.approval;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import java.util.Optional;

/** What came of a person's wish to decide. Either way it carries the request as it is now. */
public sealed interface DecisionResult {

  Request request();

  /** It counted. */
  record Done(Request request) implements DecisionResult {}

  /**
   * It did not count, and nothing changed.
   *
   * @param said what another system said against it; empty where the reason says it all
   */
  record Refused(Request request, DenialReason why, Optional<Message> said)
      implements DecisionResult {

    public Refused(Request request, DenialReason why) {
      this(request, why, Optional.empty());
    }
  }
}
