package dev.holdfast.teams.outbound;

import java.time.Duration;
import java.util.Optional;

/** The connector refused a call, or was not reached. */
public final class ConnectorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The status when there was no answer at all: the call may have been carried out. */
  static final int NO_ANSWER = 0;

  /** The status when the call certainly never left. */
  static final int NOT_SENT = -1;

  private final int status;
  private final String code;
  private final transient Optional<Duration> retryAfter;

  ConnectorException(int status, String code, String words, Optional<Duration> retryAfter) {
    super(words);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** The HTTP status, {@link #NO_ANSWER} or {@link #NOT_SENT}. */
  int status() {
    return status;
  }

  /** Teams' own code, such as {@code MessageWritesBlocked}; empty if it gave none. */
  String code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }

  /** Whether Teams wants to be left alone for a while. */
  boolean throttled() {
    return status == 429;
  }

  /** Whether the conversation itself is not there, rather than a message in it. */
  boolean conversationIsGone() {
    return status == 404 && !code.startsWith("Activity");
  }

  /** Whether Holdfast isn't let in, or there is nothing where the call went. */
  boolean nothingThere() {
    return status == 403 || status == 404;
  }
}
