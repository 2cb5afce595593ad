package dev.holdfast.simulator;

/** The service says no. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "BadRequest", message);
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

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
