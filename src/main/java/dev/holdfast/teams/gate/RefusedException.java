package dev.holdfast.teams.gate;

/** A call whose token was taken, and whose activity is turned away all the same. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public RefusedException(Cause cause) {
    super(cause.words());
    this.cause = cause;
  }

  public Cause why() {
    return cause;
  }
}
