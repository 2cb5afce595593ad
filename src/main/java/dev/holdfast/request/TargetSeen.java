package dev.holdfast.request;

import java.time.Instant;

/**
 * What the target showed after a restore that did not end well.
 *
 * @param at when it was read
 * @param state the service's own words for its state; empty when it said nothing
 */
public record TargetSeen(Instant at, String state) {}
