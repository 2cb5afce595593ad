package dev.holdfast.request.verification;

import java.time.Instant;
import java.util.Optional;

/**
 * How Holdfast follows the finance and operations apps of what was overwritten.
 *
 * @param expected whether the source had apps when the operation was ordered, so that the target
 *     has to have some after it
 * @param sourceVersion of the source's apps when the operation was ordered; empty when it wasn't
 *     readable
 * @param environmentReadyAt when the environment with Dataverse was first seen to be restored, and
 *     its apps weren't; empty before
 * @param toldAt when it was told that they are late; empty before
 * @param silent whether no answer came by then, so that it isn't known whether they run
 * @param activity what the service does with them, as it was read last; empty before
 */
public record FinOpsProgress(
    boolean expected,
    Optional<String> sourceVersion,
    Optional<Instant> environmentReadyAt,
    Optional<Instant> toldAt,
    boolean silent,
    Optional<FinOpsActivity> activity) {

  /** Before anything is known of them. */
  public static final FinOpsProgress NONE = ordered(false, Optional.empty());

  /**
   * As when the operation is ordered.
   *
   * @param expected whether the source has apps
   * @param version of these; empty when it wasn't readable
   */
  public static FinOpsProgress ordered(boolean expected, Optional<String> version) {
    return new FinOpsProgress(
        expected, version, Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  /** Whether it was told that they are late. */
  public boolean isLate() {
    return toldAt.isPresent();
  }

  public FinOpsProgress awaitedSince(Instant now) {
    return new FinOpsProgress(
        expected,
        sourceVersion,
        environmentReadyAt.or(() -> Optional.of(now)),
        toldAt,
        silent,
        activity);
  }

  /** What can't be read now stays as it was read before. */
  public FinOpsProgress showing(Optional<FinOpsActivity> latest) {
    return new FinOpsProgress(
        expected, sourceVersion, environmentReadyAt, toldAt, silent, latest.or(() -> activity));
  }

  public FinOpsProgress told(boolean withoutAnswer, Instant now) {
    return new FinOpsProgress(
        expected, sourceVersion, environmentReadyAt, Optional.of(now), withoutAnswer, activity);
  }

  /** With their whole time once more. */
  public FinOpsProgress anew() {
    return ordered(expected, sourceVersion);
  }
}
