package dev.holdfast.approval.policy.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How current the members of groups are.
 *
 * @param refreshEvery how often they are read in the background
 * @param maxAge what was read longer ago grants nothing
 * @param freshFor a decision has read again what was read longer ago
 * @param decisionLimit how long a decision waits for that
 */
@ConfigurationProperties("holdfast.policy.groups")
public record GroupProperties(
    @DefaultValue("5m") Duration refreshEvery,
    @DefaultValue("30m") Duration maxAge,
    @DefaultValue("10s") Duration freshFor,
    @DefaultValue("3s") Duration decisionLimit) {}
