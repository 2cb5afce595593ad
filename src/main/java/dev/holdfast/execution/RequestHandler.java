package dev.holdfast.execution;

import dev.holdfast.request.Request;

/** One of the handlers of which each request has at most one, wherever it stands. */
interface RequestHandler extends StateHandler {

  /** Whether the next step of the request is this handler's. */
  boolean handles(Request request);
}
