package dev.holdfast.execution.guard;

/** A call that may not be sent any more, and wasn't. */
public final class StaleCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleCallException(String why) {
    super(why);
  }
}
