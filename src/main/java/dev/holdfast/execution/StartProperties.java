package dev.holdfast.execution;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient Holdfast is with the start of an approved request.
 *
 * @param retryInterval how long to wait when the service says no for now and names no time of its
 *     own
 * @param startTimeout how long an approved request whose turn has come may wait for its start, for
 *     example behind an operation that is not Holdfast's, before it is voided: what was approved
 *     should not happen out of the blue days later
 * @param operationListingDelay how long after a call with an open fate the service may take to list
 *     its operation; only then does an empty list mean that nothing was started
 * @param queueTimeout how long after its approval a request may wait in line for others of
 *     Holdfast; this time does not count for {@code startTimeout}
 * @param maxStartRetries how often a call of which the service shows nothing is made again at most;
 *     then a person settles what happened
 * @param startReconciliationTimeout how long the fate of a call may stay open before a person
 *     settles it
 * @param safetyBackupTimeout how long it may take until the service lists the safety backup before
 *     a restore; then the restore is not started
 */
@Validated
@ConfigurationProperties("holdfast.execution")
record StartProperties(
    @DefaultValue(StartProperties.RETRY_INTERVAL) Duration retryInterval,
    @DefaultValue("24h") Duration startTimeout,
    @DefaultValue(StartProperties.LISTING_DELAY) Duration operationListingDelay,
    @DefaultValue("7d") Duration queueTimeout,
    @DefaultValue("2") @Min(0) int maxStartRetries,
    @DefaultValue("6h") Duration startReconciliationTimeout,
    @DefaultValue("2h") Duration safetyBackupTimeout) {

  /** The default here and in {@link ExecutionProperties}. */
  static final String RETRY_INTERVAL = "30s";

  /** The default here and in {@link ExecutionProperties}. */
  static final String LISTING_DELAY = "5m";
}
