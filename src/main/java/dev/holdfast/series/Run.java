package dev.holdfast.series;

import dev.holdfast.request.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * A run of a series that was requested or left out.
 *
 * @param at when it was planned to start
 * @param request empty where it was left out before it was requested
 */
public record Run(Instant at, RunState state, Optional<RequestId> request) {}
