package dev.holdfast.request.store;

import dev.holdfast.request.RequestId;

/** Somebody else changed the request first; read it again and look what is true now. */
public final class ConcurrentUpdateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConcurrentUpdateException(RequestId id, long expected) {
    super(id + " was changed by somebody else; version " + expected + " is no longer the newest");
  }
}
