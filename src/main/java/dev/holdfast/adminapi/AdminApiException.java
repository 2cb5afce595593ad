package dev.holdfast.adminapi;

import java.time.Duration;
import java.util.Optional;

/**
 * The admin API did not give a usable answer. The message is a sentence for a person and carries
 * the service's own words.
 *
 * <p>{@link #mender} says who can do something about it, {@link #refused} whether the service
 * certainly did not start what was ordered.
 */
public final class AdminApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final Answer answer;
  private final String command;

  public AdminApiException(Kind kind, String sentence, Answer answer) {
    this(kind, sentence, answer, "");
  }

  /**
   * @param command what fixes it, to be copied as it stands; empty when no command does
   */
  public AdminApiException(Kind kind, String sentence, Answer answer, String command) {
    super(sentence);
    this.kind = kind;
    this.answer = answer;
    this.command = command;
  }

  public AdminApiException(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.answer = Answer.NONE;
    this.command = "";
  }

  public Kind kind() {
    return kind;
  }

  public Answer answer() {
    return answer;
  }

  /** What fixes it, to be copied as it stands; the sentence has it too. Mostly empty. */
  public String command() {
    return command;
  }

  /**
   * The sentence with the service's id for support, for the log: a card shows the id beside the
   * sentence.
   */
  public String forLog() {
    return answer
        .correlationId()
        .map(id -> getMessage() + " (correlation id " + id + ")")
        .orElse(getMessage());
  }

  /**
   * Whether the service said no before it began. Only then may an order be given again; after any
   * other failure its fate is open and the operations of the environment must be searched.
   */
  public boolean refused() {
    return kind.refusal;
  }

  /** What kind of failure it is. */
  public enum Kind {
    /** 400: the order itself is wrong. */
    INVALID(Mender.PERSON, true),
    /** 404: no such environment, or the caller lacks the role. */
    NOT_FOUND(Mender.PERSON, true),
    /** 404: a part of the service does not see the environment yet. */
    NOT_YET(Mender.SERVICE, true),
    /** 409 with an active operation: one at a time per environment (rule R29). */
    BUSY(Mender.SERVICE, true),
    /** 409: less than 1 GB of free capacity (rule R12). */
    NO_CAPACITY(Mender.OPERATOR, true),
    /** 401: the token was not taken. */
    UNAUTHORIZED(Mender.OPERATOR, true),
    /** 403: the service principal is not a management application of Power Platform. */
    NOT_REGISTERED(Mender.OPERATOR, true),
    /** 403: without the role. */
    FORBIDDEN(Mender.OPERATOR, true),
    /** Rehearsal is on, so Holdfast itself refused it and nothing was sent. */
    REHEARSAL(Mender.OPERATOR, true),
    /** 429: too many calls. */
    THROTTLED(Mender.SERVICE, true),
    /** The service could not be reached at all: the order never left. */
    UNREACHABLE(Mender.SERVICE, true),
    /** 5xx, a timeout or a cut connection: the order may or may not have been taken. */
    UNAVAILABLE(Mender.SERVICE, false),
    /** An answer that is not what the service is known to say. */
    GARBLED(Mender.SERVICE, false);

    private final Mender mender;
    private final boolean refusal;

    Kind(Mender mender, boolean refusal) {
      this.mender = mender;
      this.refusal = refusal;
    }

    public Mender mender() {
      return mender;
    }
  }

  /** Who can fix it. */
  public enum Mender {
    PERSON,
    OPERATOR,
    SERVICE
  }

  /**
   * What the service said.
   *
   * @param status the HTTP status, 0 when there was none
   */
  public record Answer(
      int status,
      Optional<String> code,
      Optional<String> message,
      Optional<String> correlationId,
      Optional<Duration> retryAfter) {

    public static final Answer NONE =
        new Answer(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
