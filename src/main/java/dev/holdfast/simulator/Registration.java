package dev.holdfast.simulator;

/**
 * Whether the caller's service principal is registered as a management application (facts 1.1,
 * 1.8). One that is not gets nothing at all, not even an answer to this question.
 */
final class Registration {

  private Registration() {}

  static void demand(World world, Call call) {
    if (world.state().unregistered()) {
      throw new Refusal(
          403,
          "Forbidden",
          ("The service principal with id '%s' for application 'Holdfast' does not have permission"
                  + " to access the path '%s'.")
              .formatted(World.PRINCIPAL, call.path()));
    }
  }

  static Answer show(Call call, String clientId) {
    return Answer.of(200, Json.object().put("applicationId", clientId));
  }
}
