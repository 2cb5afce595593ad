package dev.holdfast.doctor;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param sentence what is so; never a secret, and no address that is not in the configuration
 */
public record Verdict(State state, String sentence, Optional<Remedy> remedy) {

  public static Verdict ok(String sentence) {
    return new Verdict(State.OK, sentence, Optional.empty());
  }

  public static Verdict warning(String sentence, Remedy remedy) {
    return new Verdict(State.WARNING, sentence, Optional.of(remedy));
  }

  public static Verdict broken(String sentence, Remedy remedy) {
    return new Verdict(State.BROKEN, sentence, Optional.of(remedy));
  }

  /** It cannot be looked at now, which is nobody's fault. */
  public static Verdict skipped(String sentence, Remedy remedy) {
    return new Verdict(State.SKIPPED, sentence, Optional.of(remedy));
  }

  /** It makes no sense to look, because of what another check found. */
  static Verdict leftOut(String sentence) {
    return new Verdict(State.SKIPPED, sentence, Optional.empty());
  }
}
