package dev.holdfast.chat.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.Optional;

/**
 * How an environment is, in a few words. A word of the service that Holdfast does not know is shown
 * as it is.
 */
record EnvironmentStatus(String words, Tone tone) {

  static EnvironmentStatus of(EnvironmentProfile subject, CardTexts texts) {
    return attention(subject)
        .map(status -> new EnvironmentStatus(texts.of(status), Tone.ATTENTION))
        .orElseGet(() -> management(subject.environment(), texts));
  }

  private static Optional<Message> attention(EnvironmentProfile subject) {
    Environment environment = subject.environment();
    if (environment.inAdministrationMode()) {
      return Optional.of(Message.of("environment.status.adminMode"));
    }
    return subject
        .holder()
        .map(holder -> Message.of("environment.status.busy", "operation", holder.message()))
        .or(() -> Availability.of(environment).worst().map(EnvironmentStatus::reported))
        .or(
            () ->
                environment
                    .runtimeState()
                    .filter(word -> !word.equalsIgnoreCase("Enabled"))
                    .map(Message::plain));
  }

  /** Such as {@code Failed (provisioning state)}. */
  private static Message reported(Availability.Reported state) {
    String code =
        switch (state.of()) {
          case "rule.state.provisioning" -> "environment.status.provisioning";
          case "rule.state.dataverse" -> "environment.status.dataverse";
          case "rule.state.runtime" -> "environment.status.runtime";
          default -> "environment.status.management";
        };
    return Message.of(code, "state", state.word());
  }

  private static EnvironmentStatus management(Environment environment, CardTexts texts) {
    String word = environment.managementState().orElse("NotSpecified");
    if (word.equalsIgnoreCase("Ready")) {
      return new EnvironmentStatus(texts.of("environment.status.ready"), Tone.GOOD);
    }
    return word.equalsIgnoreCase("NotSpecified")
        ? new EnvironmentStatus(texts.of("environment.status.notReported"), Tone.NEUTRAL)
        : new EnvironmentStatus(word, Tone.ATTENTION);
  }
}
