package dev.holdfast.chat.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.EnvironmentProfile;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How an environment is, in a few words. A word of the service that Holdfast does not know is shown
 * as it is.
 */
record EnvironmentStatus(String words, Tone tone) {

  static EnvironmentStatus of(EnvironmentProfile subject, ZoneId zone) {
    Environment environment = subject.environment();
    if (environment.inAdministrationMode()) {
      return new EnvironmentStatus("Administration mode", Tone.ATTENTION);
    }
    Optional<String> held =
        subject.holder().map(holder -> "Busy: " + DateTimeFormat.spelledOut(holder.words(), zone));
    if (held.isPresent()) {
      return new EnvironmentStatus(held.get(), Tone.ATTENTION);
    }
    Optional<String> bad = Availability.of(environment).worst().map(EnvironmentStatus::words);
    if (bad.isPresent()) {
      return new EnvironmentStatus(bad.get(), Tone.ATTENTION);
    }
    Optional<String> notEnabled =
        environment.runtimeState().filter(word -> !word.equalsIgnoreCase("Enabled"));
    if (notEnabled.isPresent()) {
      return new EnvironmentStatus(notEnabled.get(), Tone.ATTENTION);
    }
    return management(environment.managementState().orElse("NotSpecified"));
  }

  /** Such as {@code Failed (provisioning state)}. */
  private static String words(Availability.Reported state) {
    return state.word() + " (" + state.of().replaceFirst("the ", "") + ")";
  }

  private static EnvironmentStatus management(String word) {
    if (word.equalsIgnoreCase("Ready")) {
      return new EnvironmentStatus("Ready", Tone.GOOD);
    }
    return word.equalsIgnoreCase("NotSpecified")
        ? new EnvironmentStatus("State not specified by the service", Tone.NEUTRAL)
        : new EnvironmentStatus(word, Tone.ATTENTION);
  }
}
