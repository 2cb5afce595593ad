package dev.holdfast.request.followup;

import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * What keeps something from a start now.
 *
 * @param reason with the next start, as people read it
 * @param next the first start at which all of it fits; empty if there is none for a year
 */
public record StartObstacle(Message reason, Optional<Instant> next) {}
