package dev.holdfast.request.event;

import dev.holdfast.request.RequestId;

/**
 * A call was to be committed for a request that isn't stored as the audit log says. Nothing was
 * committed.
 */
public final class ChangedRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ChangedRequestException(RequestId id, String why) {
    super(id + ": " + why);
  }
}
