package dev.holdfast.approval;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests may be open at once, so that nobody fills the queues.
 *
 * @param openRequestsPerPerson how many one person may have
 * @param openRequestsPerEnvironment how many may touch one environment: the one that runs, those in
 *     its queue, and those that await approval
 */
@Validated
@ConfigurationProperties("holdfast.limits")
public record SubmissionLimits(
    @DefaultValue("50") @Min(1) int openRequestsPerPerson,
    @DefaultValue("50") @Min(1) int openRequestsPerEnvironment) {}
