package dev.holdfast.chat;

import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.Subject;
import dev.holdfast.platform.Environment;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How an environment is, in a few words. A word of the service that Holdfast does not know is shown
 * as it is.
 */
record Condition(String words, Tone tone) {

  static Condition of(Subject subject, ZoneId zone) {
    Environment environment = subject.environment();
    if (environment.inAdministrationMode()) {
      return new Condition("Administration mode", Tone.ATTENTION);
    }
    Optional<String> held =
        subject.holder().map(holder -> "Busy: " + Times.spelledOut(holder.words(), zone));
    if (held.isPresent()) {
      return new Condition(held.get(), Tone.ATTENTION);
    }
    Optional<String> bad = Availability.of(environment).worst().map(Condition::words);
    if (bad.isPresent()) {
      return new Condition(bad.get(), Tone.ATTENTION);
    }
    Optional<String> notEnabled =
        environment.runtimeState().filter(word -> !word.equalsIgnoreCase("Enabled"));
    if (notEnabled.isPresent()) {
      return new Condition(notEnabled.get(), Tone.ATTENTION);
    }
    return management(environment.managementState().orElse("NotSpecified"));
  }

  /** Such as {@code Failed (provisioning state)}. */
  private static String words(Availability.Reported state) {
    return state.word() + " (" + state.of().replaceFirst("the ", "") + ")";
  }

  private static Condition management(String word) {
    if (word.equalsIgnoreCase("Ready")) {
      return new Condition("Ready", Tone.GOOD);
    }
    return word.equalsIgnoreCase("NotSpecified")
        ? new Condition("State not specified by the service", Tone.NEUTRAL)
        : new Condition(word, Tone.ATTENTION);
  }
}
