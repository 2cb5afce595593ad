package dev.holdfast.simulator.world;

/** The service says no. */
public final class SimulatedError extends RuntimeException {

  static final String INVALID = "BadRequest";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String field;
  private final int retryAfter;

  public SimulatedError(int status, String code, String message) {
    this(status, code, message, "targetEnvironmentId", 0);
  }

  private SimulatedError(int status, String code, String message, String field, int retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }

  public static SimulatedError invalid(String message) {
    return new SimulatedError(400, INVALID, message);
  }

  /** The order is wrong in one field of its body. */
  public static SimulatedError invalid(String field, String message) {
    return new SimulatedError(400, INVALID, message, field, 0);
  }

  public static SimulatedError noEnvironment(String id) {
    return new SimulatedError(
        404,
        "EnvironmentNotFound",
        "The environment '%s' could not be found in the tenant.".formatted(id));
  }

  public static SimulatedError busy(String id) {
    return new SimulatedError(
        409,
        "OperationNotStartable",
        ("This operation cannot be performed because there is an active lifecycle operation on the"
                + " environment %s.")
            .formatted(id));
  }

  public static SimulatedError throttled(InjectedFault fault) {
    int seconds = fault.retryAfterSeconds();
    return new SimulatedError(429, "TooManyRequests", "Too many requests.", "", seconds);
  }

  static SimulatedError refused(InjectedFault fault) {
    return new SimulatedError(
        400, fault.codeOr(INVALID), fault.wordsOr("The order can't be carried out."));
  }

  public static SimulatedError trouble() {
    return new SimulatedError(500, "InternalServerError", "An error has occurred.");
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
