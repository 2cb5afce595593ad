package dev.holdfast.api;

import dev.holdfast.message.Message;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call or an order, as problem details name it (RFC 9457). */
public enum ProblemType {
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "apiProblem.unauthorized"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "apiProblem.forbidden"),
  KEYS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "apiProblem.keysUnavailable"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "apiProblem.tooManyRequests"),
  TOO_MANY_CHECKS(HttpStatus.TOO_MANY_REQUESTS, "apiProblem.tooManyChecks"),
  TOO_MANY_WAITING(HttpStatus.TOO_MANY_REQUESTS, "apiProblem.tooManyWaiting"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "apiProblem.busy"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "apiProblem.internal"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "apiProblem.notFound"),
  IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST, "apiProblem.keyMissing"),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "apiProblem.keyReused"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "apiProblem.bodyTooLarge"),
  MALFORMED_BODY(HttpStatus.BAD_REQUEST, "apiProblem.malformed"),
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "apiProblem.parameter"),
  INVALID_FIELDS(HttpStatus.UNPROCESSABLE_CONTENT, "apiProblem.invalid"),
  ENVIRONMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "apiProblem.environmentNotFound"),
  DENIED(HttpStatus.FORBIDDEN, "apiProblem.denied"),
  CHECKS_FAILED(HttpStatus.CONFLICT, "apiProblem.checksFailed"),
  WARNINGS_NOT_ACCEPTED(HttpStatus.CONFLICT, "apiProblem.warnings"),
  NOT_CONFIRMED(HttpStatus.UNPROCESSABLE_CONTENT, "apiProblem.confirm"),
  SERVICE_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "apiProblem.unreachable"),
  NOT_CANCELABLE(HttpStatus.CONFLICT, "apiProblem.notCancelable"),
  NOT_THE_REQUESTER(HttpStatus.FORBIDDEN, "apiProblem.notRequester");

  private static final String PREFIX = "urn:holdfast:problem:";

  private final HttpStatus status;
  private final String code;

  ProblemType(HttpStatus status, String code) {
    this.status = status;
    this.code = code;
  }

  public HttpStatus status() {
    return status;
  }

  /** What programs tell it by. */
  public URI uri() {
    return URI.create(PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public Message message() {
    return Message.of(code);
  }
}
