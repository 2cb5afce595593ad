package dev.holdfast.app.copy;

/** Why the database isn't copied; the message is for the operator and repeats no address. */
public final class CopyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CopyException(String message) {
    super(message);
  }

  CopyException(String message, Throwable cause) {
    super(message, cause);
  }
}
