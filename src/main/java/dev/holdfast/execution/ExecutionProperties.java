package dev.holdfast.execution;

import dev.holdfast.request.step.UnresponsivePeriod;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the drive of a request is.
 *
 * @param retryInterval how long to wait when the service says no for now and names no time of its
 *     own
 * @param startTimeout how long an approved request whose turn has come may wait for its start, for
 *     example behind an operation that is not Holdfast's, before it is voided: what was approved
 *     should not happen out of the blue days later
 * @param operationListingDelay how long after a call with an open fate the service may take to list
 *     its operation; only then does an empty list mean that nothing was started
 * @param noResponseTimeout how long an operation may answer with nothing, while Holdfast asks,
 *     before its end counts as unknown; the same for an environment that cannot be read
 * @param verificationTimeout how long after the operation's success the environment may take to be
 *     ready
 * @param leaveAdminModeTimeout how long leaving administration mode may wait for its start, its
 *     operation may stay unseen, and the environment may take to show it afterwards; then it counts
 *     as failed and is offered again
 * @param queueTimeout how long after its approval a request may wait in line for others of
 *     Holdfast; this time does not count for {@code startTimeout}
 * @param maxStartRetries how often a call of which the service shows nothing is made again at most;
 *     then a person settles what happened
 * @param startReconciliationTimeout how long the fate of a call may stay open before a person
 *     settles it
 * @param unknownStatusTimeout how long an operation may have a status that Holdfast doesn't
 *     recognize, while nothing runs on its environment, before its outcome counts as unknown; a
 *     status that says that it's over doesn't wait
 * @param safetyBackupTimeout how long it may take until the service lists the safety backup before
 *     a restore; then the restore is not started
 * @param adminModeTimeout how long after an operation's success the target of a restore may take to
 *     show administration mode, and background operations to be on after administration mode was
 *     turned off
 */
@Validated
@ConfigurationProperties("holdfast.execution")
record ExecutionProperties(
    @DefaultValue("30s") Duration retryInterval,
    @DefaultValue("24h") Duration startTimeout,
    @DefaultValue("5m") Duration operationListingDelay,
    @DefaultValue("6h") Duration noResponseTimeout,
    @DefaultValue("2h") Duration verificationTimeout,
    @DefaultValue("30m") Duration leaveAdminModeTimeout,
    @DefaultValue("7d") Duration queueTimeout,
    @DefaultValue("2") @Min(0) int maxStartRetries,
    @DefaultValue("6h") Duration startReconciliationTimeout,
    @DefaultValue("5m") Duration unknownStatusTimeout,
    @DefaultValue("2h") Duration safetyBackupTimeout,
    @DefaultValue("5m") Duration adminModeTimeout) {

  /** A pause between two looks that is longer was Holdfast's own: it stood still, or slept. */
  Duration away() {
    return noResponseTimeout.dividedBy(3);
  }

  /** Whether the service has been silent for so long that an end can no longer be told. */
  boolean isLost(UnresponsivePeriod silence) {
    return silence.duration().compareTo(noResponseTimeout) > 0;
  }
}
