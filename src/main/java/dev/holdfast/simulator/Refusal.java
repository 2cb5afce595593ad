package dev.holdfast.simulator;

/** The service says no. */
final class Refusal extends RuntimeException {

  static final String INVALID = "BadRequest";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String field;
  private final int retryAfter;

  Refusal(int status, String code, String message) {
    this(status, code, message, "targetEnvironmentId", 0);
  }

  private Refusal(int status, String code, String message, String field, int retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, INVALID, message);
  }

  /** The order is wrong in one field of its body. */
  static Refusal invalid(String field, String message) {
    return new Refusal(400, INVALID, message, field, 0);
  }

  static Refusal noEnvironment(String id) {
    return new Refusal(
        404,
        "EnvironmentNotFound",
        "The environment '%s' could not be found in the tenant.".formatted(id));
  }

  static Refusal busy(String id) {
    return new Refusal(
        409,
        "OperationNotStartable",
        ("This operation cannot be performed because there is an active lifecycle operation on the"
                + " environment %s.")
            .formatted(id));
  }

  static Refusal throttled(Fault fault) {
    int seconds = fault.retryAfterSeconds();
    return new Refusal(429, "TooManyRequests", "Too many requests.", "", seconds);
  }

  static Refusal trouble() {
    return new Refusal(500, "InternalServerError", "An error has occurred.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String words() {
    return String.valueOf(getMessage());
  }

  /** What the Power Platform API calls the field that is wrong. */
  String field() {
    return field;
  }

  /** Seconds, 0 for none. */
  int retryAfter() {
    return retryAfter;
  }
}
