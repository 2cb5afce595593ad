package dev.holdfast.operation;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.BlockingOperation;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the target shows after an operation that is reported to have overwritten it. Only what was
 * read counts. It is done when the target is ready, and in administration mode, as the service
 * leaves it then (rule R20). When it is ready and not in that mode, nothing shows that it was
 * overwritten: the metadata may be late, and somebody may have turned the mode off since.
 */
public final class OverwriteResult {

  private static final String KIND = "kind";
  private static final String STATE = "state";

  private OverwriteResult() {}

  /**
   * @param kind the operation in a sentence, such as {@code restore}
   * @param operations those of the target, read only where its state doesn't say that it's free
   */
  public static Verification of(
      String kind, Environment environment, Supplier<List<AdminOperation>> operations) {
    return notReady(environment, operations)
        .<Verification>map(Verification.NotYet::new)
        .orElseGet(
            () ->
                environment.inAdministrationMode()
                    ? new Verification.Done(
                        about(environment, "overwriteResult.done").with(KIND, kind),
                        Optional.of(environment))
                    : new Verification.NotShown(notShown(kind, environment), environment));
  }

  private static Message notShown(String kind, Environment environment) {
    return about(environment, "overwriteResult.notShown")
        .with(KIND, kind)
        .with(
            STATE,
            environment
                .runtimeState()
                .map(Message::plain)
                .orElseGet(() -> Message.of("environment.notReported")));
  }

  private static Optional<Message> notReady(
      Environment environment, Supplier<List<AdminOperation>> operations) {
    Optional<Availability.Reported> bad = Availability.of(environment).worst();
    if (bad.isPresent()) {
      return Optional.of(
          about(environment, "overwriteResult.notReady").with("reason", bad.get().message()));
    }
    Optional<String> management = environment.managementState().filter(word -> !word.isEmpty());
    if (!EnvironmentObservation.isAtRest(environment)) {
      return Optional.of(
          about(environment, "overwriteResult.notReadyYet")
              .with(
                  STATE,
                  management
                      .map(Message::plain)
                      .orElseGet(() -> Message.of("environment.notReported"))));
    }
    Optional<BlockingOperation> holder =
        management.filter("Ready"::equalsIgnoreCase).isPresent()
            ? Optional.empty()
            : BlockingOperation.among(operations.get());
    if (holder.isPresent()) {
      return Optional.of(
          about(environment, "overwriteResult.held").with("operation", holder.get().message()));
    }
    return environment.runtimeState().isEmpty()
        ? Optional.of(about(environment, "overwriteResult.modeNotReported"))
        : Optional.empty();
  }

  private static Message about(Environment environment, String code) {
    return Message.of(code, "environment", environment.displayName());
  }
}
