package dev.holdfast.doctor;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param sentence what is so; never a secret, and no address that is not in the configuration
 */
public record CheckResult(CheckStatus state, String sentence, Optional<Remedy> remedy) {

  public static CheckResult ok(String sentence) {
    return new CheckResult(CheckStatus.OK, sentence, Optional.empty());
  }

  public static CheckResult warning(String sentence, Remedy remedy) {
    return new CheckResult(CheckStatus.WARNING, sentence, Optional.of(remedy));
  }

  public static CheckResult broken(String sentence, Remedy remedy) {
    return new CheckResult(CheckStatus.BROKEN, sentence, Optional.of(remedy));
  }

  /** It cannot be looked at now, which is nobody's fault. */
  public static CheckResult skipped(String sentence, Remedy remedy) {
    return new CheckResult(CheckStatus.SKIPPED, sentence, Optional.of(remedy));
  }

  /** It makes no sense to look, because of what another check found. */
  static CheckResult leftOut(String sentence) {
    return new CheckResult(CheckStatus.SKIPPED, sentence, Optional.empty());
  }
}
