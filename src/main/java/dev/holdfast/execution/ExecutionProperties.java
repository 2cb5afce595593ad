package dev.holdfast.execution;

import dev.holdfast.request.step.UnresponsivePeriod;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the drive of a request is once it has started.
 *
 * @param retryInterval how long to wait when the service says no for now and names no time of its
 *     own
 * @param operationListingDelay how long after a call with an open fate the service may take to list
 *     its operation; only then does an empty list mean that nothing was started
 * @param noResponseTimeout how long an operation may answer with nothing, while Holdfast asks,
 *     before its end counts as unknown; the same for an environment that cannot be read
 * @param verificationTimeout how long after the operation's success the environment may take to be
 *     ready
 * @param leaveAdminModeTimeout how long a change of administration mode may wait for its start, its
 *     operation may stay unseen, and the environment may take to show it afterwards; then it counts
 *     as failed, and leaving the mode is offered again
 * @param unknownStatusTimeout how long an operation may have a status that Holdfast doesn't
 *     recognize, while nothing runs on its environment, before its outcome counts as unknown; a
 *     status that says that it's over doesn't wait
 * @param adminModeTimeout how long after an operation's success an overwritten target may take to
 *     show administration mode, and background operations to be on after administration mode was
 *     turned off
 */
@Validated
@ConfigurationProperties("holdfast.execution")
record ExecutionProperties(
    @DefaultValue(StartProperties.RETRY_INTERVAL) Duration retryInterval,
    @DefaultValue(StartProperties.LISTING_DELAY) Duration operationListingDelay,
    @DefaultValue("6h") Duration noResponseTimeout,
    @DefaultValue("2h") Duration verificationTimeout,
    @DefaultValue("30m") Duration leaveAdminModeTimeout,
    @DefaultValue("5m") Duration unknownStatusTimeout,
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
