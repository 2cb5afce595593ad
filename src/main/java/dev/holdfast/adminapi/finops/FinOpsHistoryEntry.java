package dev.holdfast.adminapi.finops;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the history of operations that the environment's own Dataverse keeps of the finance and
 * operations apps (facts 6.5). What else a row holds may be of people, and isn't read.
 *
 * @param name of the operation, such as {@code FnOSqlJit}; empty if there is none
 * @param status the service's own word; no list of its words is published. Empty if there is none
 * @param startedAt empty if there is no time that can be read
 * @param modifiedAt when it got that status; empty as well
 */
public record FinOpsHistoryEntry(
    String name, String status, Optional<Instant> startedAt, Optional<Instant> modifiedAt) {

  /** Since when it's so; empty if no time can be read. */
  public Optional<Instant> since() {
    return modifiedAt.or(() -> startedAt);
  }
}
