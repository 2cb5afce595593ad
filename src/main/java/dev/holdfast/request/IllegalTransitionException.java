package dev.holdfast.request;

/** A transition was asked for that the request's state does not allow; nothing changed. */
public final class IllegalTransitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IllegalTransitionException(RequestId id, RequestState state, String what) {
    super(id + " is " + state.words() + " and cannot " + what);
  }
}
