package dev.holdfast.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One place in the chain, with what stands there now.
 *
 * @param position counted from 1
 * @param hash the seal
 * @param previous the seal one place before; empty when there is none
 * @param entry the row that was sealed; empty when it is gone
 */
record AuditChainLink(
    long position, String hash, Optional<String> previous, Optional<AuditEntry> entry) {

  static final String GENESIS = "0".repeat(64);

  static AuditChainLink read(ResultSet row, int number) throws SQLException {
    row.getLong("id");
    boolean gone = row.wasNull();
    long position = row.getLong("position");
    return new AuditChainLink(
        position,
        row.getString("hash"),
        Optional.ofNullable(position == 1 ? GENESIS : row.getString("previous")),
        gone ? Optional.empty() : Optional.of(AuditEntry.read(row, number)));
  }

  /** What is wrong here, as the rest of a sentence about the place; empty when nothing is. */
  Optional<String> fault() {
    if (previous.isEmpty()) {
      return Optional.of("the place before it is missing");
    }
    if (entry.isEmpty()) {
      return Optional.of("its row was removed");
    }
    AuditEntry row = entry.get();
    if (!row.facts().isCovered()) {
      return Optional.of(
          "row %d (%s, %s) says more than its seal covers"
              .formatted(row.id(), row.requestId(), row.event().what()));
    }
    return row.hash(position, previous.get()).equals(hash)
        ? Optional.empty()
        : Optional.of(
            "row %d (%s, %s) is not what was written, or the seal before it is not"
                .formatted(row.id(), row.requestId(), row.event().what()));
  }
}
