package dev.holdfast.teams;

/** The turn could not be taken, and would be if it came again later. */
final class OutOfServiceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutOfServiceException(Throwable cause) {
    super("The turn found no database connection.", cause);
  }
}
