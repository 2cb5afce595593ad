package dev.holdfast.teams;

/** What was sent is not an activity that Holdfast takes. The caller learns the status only. */
final class NotAnActivityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  NotAnActivityException(int status, String why) {
    super(why);
    this.status = status;
  }

  /** The HTTP status to answer with. */
  int status() {
    return status;
  }
}
