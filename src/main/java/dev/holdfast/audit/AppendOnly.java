package dev.holdfast.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The trigger by which H2 refuses to change or remove what the record holds; its migration names
 * this class. PostgreSQL has a function of its own for it.
 */
public final class AppendOnly implements Trigger {

  /** {@code restrict_violation}, as PostgreSQL's function says it. */
  private static final String RESTRICTED = "23001";

  private String table = "";

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int operation) {
    this.table = table;
  }

  /**
   * @throws SQLException always
   */
  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    throw new SQLException("The table " + table + " is append-only.", RESTRICTED);
  }
}
