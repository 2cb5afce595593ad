package dev.holdfast.approval;

import dev.holdfast.request.Request;

/** What came of a person's wish to decide. Either way it carries the request as it is now. */
public sealed interface DecisionResult {

  Request request();

  /** It counted. */
  record Done(Request request) implements DecisionResult {}

  /** It did not count, and nothing changed. */
  record Refused(Request request, DenialReason why) implements DecisionResult {}
}
