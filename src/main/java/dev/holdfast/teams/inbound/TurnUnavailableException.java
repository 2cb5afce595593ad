package dev.holdfast.teams.inbound;

/** The turn could not be taken, and would be if it came again later. */
final class TurnUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TurnUnavailableException(Throwable cause) {
    super("The turn found no database connection.", cause);
  }
}
