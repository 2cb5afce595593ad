package dev.holdfast.request.verification;

import java.time.Instant;
import java.util.Optional;

/**
 * What the history of operations in the environment's own Dataverse says last of its finance and
 * operations apps, in the service's own words.
 *
 * @param name of the operation; may be empty
 * @param status may be empty
 * @param since when it's so; empty if the service gave no time that can be read
 */
public record FinOpsActivity(String name, String status, Optional<Instant> since) {}
