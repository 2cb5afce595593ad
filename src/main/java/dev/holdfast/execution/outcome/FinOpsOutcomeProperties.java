package dev.holdfast.execution.outcome;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient Holdfast is with the finance and operations apps of an overwritten environment.
 *
 * @param lateAfter how long after the environment itself is ready they may take before Holdfast
 *     tells that they aren't; where what has to be read can't be, before the outcome is unknown
 * @param timeout how long after that Holdfast follows them at most; then the outcome is unknown
 * @param pollInterval how long to wait between two looks once it's told that they are late
 * @param readyStates the words for their state that count as ready; upper and lower case are the
 *     same. No list of the service's words is published
 */
@Validated
@ConfigurationProperties("holdfast.execution.finance-and-operations")
public record FinOpsOutcomeProperties(
    @NotNull @DurationMin(millis = 1) @DefaultValue("1h") Duration lateAfter,
    @NotNull @DurationMin(millis = 1) @DefaultValue("3d") Duration timeout,
    @NotNull @DurationMin(millis = 100) @DefaultValue("10m") Duration pollInterval,
    @NotEmpty @DefaultValue({"Enabled", "Ready", "Succeeded", "Active"})
        List<String> readyStates) {}
