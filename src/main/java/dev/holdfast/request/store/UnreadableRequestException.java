package dev.holdfast.request.store;

import dev.holdfast.request.RequestId;

/**
 * During a rollout: a newer replica has written of a request what this one has no words for. What
 * has to be done with the request is left to the newer one.
 */
public final class UnreadableRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableRequestException(RequestId id, Exception cause) {
    super(id + " was written by a newer version of Holdfast, which this one cannot read.", cause);
  }
}
