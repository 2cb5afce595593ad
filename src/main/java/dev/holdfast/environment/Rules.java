package dev.holdfast.environment;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What may be backed up, and what may be restored onto what. The one place for these rules: the
 * form, {@code why}, the review and the check before the call all ask here.
 *
 * <p>What the service did not say is amber, never green. A pair with a red check is not legal.
 */
@Component
public final class Rules {

  /**
   * Checks a restore as it would be ordered now.
   *
   * @param point the instant to restore to
   * @param now the present, against which the retention window is held
   */
  public List<Check> restore(Subject source, Subject target, Instant point, Instant now) {
    return List.of();
  }

  /** Checks a manual backup. */
  public List<Check> backup(Subject source, Instant now) {
    return List.of();
  }

  /** Checks what can be said of a target whatever the source. */
  public List<Check> asTarget(Subject target) {
    return List.of();
  }

  /** Checks a source and a target together, whatever the instant. */
  public List<Check> pair(Subject source, Subject target) {
    return List.of();
  }

  /** Whether the target may be offered for the source: nothing about the pair is red. */
  public boolean legal(Subject source, Subject target) {
    return Check.worst(pair(source, target)) != Severity.RED;
  }
}
