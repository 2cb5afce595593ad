package dev.holdfast.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repository of the position from which the next verification continues. */
@Repository
class VerifiedPositions {

  private final JdbcClient jdbc;

  VerifiedPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  VerifiedPosition get() {
    return jdbc.sql("select position, hash, row_id from audit_verified where id = 1")
        .query(
            (row, number) ->
                new VerifiedPosition(
                    row.getLong("position"), row.getString("hash"), row.getLong("row_id")))
        .optional()
        .orElse(VerifiedPosition.START);
  }

  /** Stores a position, unless another verification got further meanwhile. */
  void store(VerifiedPosition verified) {
    jdbc.sql(
            """
            update audit_verified set position = ?, hash = ?, row_id = ?
            where id = 1 and (position < ? or position = ? and row_id < ?)
            """)
        .params(
            verified.position(),
            verified.hash(),
            verified.rowId(),
            verified.position(),
            verified.position(),
            verified.rowId())
        .update();
  }
}
