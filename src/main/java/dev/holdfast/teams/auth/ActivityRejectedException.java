package dev.holdfast.teams.auth;

/** A call whose token was taken, and whose activity is turned away all the same. */
public final class ActivityRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectionReason cause;

  public ActivityRejectedException(RejectionReason cause) {
    super(cause.words());
    this.cause = cause;
  }

  public RejectionReason why() {
    return cause;
  }
}
