package dev.holdfast.app.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Copies every table of the embedded database to PostgreSQL in one transaction, row by row, and
 * commits only when it reads there what it read here. Which tables there are says the database.
 */
public final class DatabaseCopy {

  private static final int BATCH = 500;
  private static final Executor AT_ONCE = Runnable::run;

  private final Flyway sourceTables;
  private final Flyway targetTables;

  /**
   * @param sourceTables the migrations of the source, all of which were run
   * @param targetTables those of the target, which has all of them or none
   */
  public DatabaseCopy(Flyway sourceTables, Flyway targetTables) {
    this.sourceTables = sourceTables;
    this.targetTables = targetTables;
  }

  /** A table that was copied. */
  public record Copied(String table, long rows) {}

  /**
   * @throws CopyException with what hinders it; the target is then as empty as before
   */
  public List<Copied> run(DataSource source, DataSource target) {
    migrate();
    try (Connection from = source.getConnection();
        Connection to = target.getConnection()) {
      return inTransactions(from, to);
    } catch (SQLException e) {
      throw new CopyException("The database can't be copied: " + firstLine(e), e);
    }
  }

  private void migrate() {
    try {
      targetTables.migrate();
    } catch (FlywayException e) {
      throw new CopyException(
          "Holdfast's tables can't be made in the target. It has to be an empty database, and its"
              + " user has to own the schema: "
              + firstLine(e),
          e);
    }
  }

  private List<Copied> inTransactions(Connection from, Connection to) throws SQLException {
    from.setAutoCommit(false);
    to.setAutoCommit(false);
    int limit = to.getNetworkTimeout();
    to.setNetworkTimeout(AT_ONCE, 0);
    try {
      List<Copied> copied = copy(from, to);
      to.commit();
      return copied;
    } finally {
      to.rollback();
      from.rollback();
      to.setNetworkTimeout(AT_ONCE, limit);
    }
  }

  private List<Copied> copy(Connection from, Connection to) throws SQLException {
    Schema schema = new Schema(to, targetTables.getConfiguration().getTable());
    EmptyTarget.checkSame(
        new Schema(from, sourceTables.getConfiguration().getTable()).columns(), schema.columns());
    List<Table> tables = schema.inOrder();
    prepare(from, to, tables);
    new EmptyTarget(sourceTables).check(to, tables);
    DeferredTriggers triggers = new DeferredTriggers(to);
    triggers.disable(to);
    List<Copied> copied = new ArrayList<>();
    for (Table table : tables) {
      copied.add(new Copied(table.name(), copy(table, from, to)));
    }
    SequenceCopy.run(from, to);
    triggers.enable(to);
    return copied;
  }

  /** Takes as long as it takes, and nobody else writes meanwhile. */
  private static void prepare(Connection from, Connection to, List<Table> tables)
      throws SQLException {
    try (Statement reading = from.createStatement();
        Statement writing = to.createStatement()) {
      // Rows come one by one instead of as a whole result in memory or in a file.
      reading.execute("set lazy_query_execution 1");
      writing.execute("set local statement_timeout = 0");
      writing.execute("set local idle_in_transaction_session_timeout = 0");
      writing.execute(
          "lock table %s in access exclusive mode"
              .formatted(tables.stream().map(Table::name).collect(Collectors.joining(", "))));
    }
  }

  private static long copy(Table table, Connection from, Connection to) throws SQLException {
    boolean isFilled = TableDigest.of(table, to).rows() > 0;
    TableDigest.Result read;
    try (PreparedStatement insert =
        to.prepareStatement(isFilled ? table.insertOrReplace() : table.insert())) {
      read = TableDigest.of(table, from, new Inserts(table, insert)::add);
      insert.executeBatch();
    } catch (SQLException e) {
      throw new CopyException(
          "The table %s can't be copied: %s".formatted(table.name(), firstLine(e)), e);
    }
    if (!read.equals(TableDigest.of(table, to))) {
      throw new CopyException(
          "The table %s isn't the same after it was copied.".formatted(table.name()));
    }
    return read.rows();
  }

  /** What follows may repeat what is in the row. */
  private static String firstLine(Exception e) {
    Exception said =
        e instanceof SQLException sql && sql.getNextException() != null
            ? sql.getNextException()
            : e;
    return String.valueOf(said.getMessage()).lines().findFirst().orElse("");
  }

  private static final class Inserts {

    private final Table table;
    private final PreparedStatement statement;
    private int waiting;

    Inserts(Table table, PreparedStatement statement) {
      this.table = table;
      this.statement = statement;
    }

    void add(List<?> values) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        table.columns().get(i).type().write(statement, i + 1, values.get(i));
      }
      statement.addBatch();
      if (++waiting % BATCH == 0) {
        statement.executeBatch();
      }
    }
  }
}
