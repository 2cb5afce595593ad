package dev.holdfast.app.copy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all rows of a table in any order, because two databases sort texts in different ways:
 * the sum of the rows' SHA-256, modulo 2 to the power of 256.
 */
final class TableDigest {

  /** As many rows as PostgreSQL's driver holds in memory. */
  private static final int FETCHED = 500;

  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

  private final Table table;
  private final MessageDigest sha;
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  private TableDigest(Table table) {
    this.table = table;
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done with a row that was read. */
  interface RowReader {
    void read(List<@Nullable Object> values) throws SQLException;
  }

  /** Reads the table row by row. */
  static Result of(Table table, Connection connection, RowReader reader) throws SQLException {
    TableDigest digest = new TableDigest(table);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      try (ResultSet row = statement.executeQuery(table.select())) {
        while (row.next()) {
          reader.read(digest.add(row));
        }
      }
    }
    return new Result(digest.rows, digest.sum);
  }

  static Result of(Table table, Connection connection) throws SQLException {
    return of(table, connection, values -> {});
  }

  /** How many rows there are, and their digest. */
  record Result(long rows, BigInteger digest) {}

  private List<@Nullable Object> add(ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      ColumnType type = table.columns().get(i).type();
      values[i] = type.read(row, i + 1);
      if (values[i] == null) {
        sha.update(number(-1));
      } else {
        byte[] bytes = type.bytes(values[i]);
        sha.update(number(bytes.length));
        sha.update(bytes);
      }
    }
    sum = sum.add(new BigInteger(1, sha.digest())).mod(LIMIT);
    rows++;
    return Arrays.asList(values);
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }
}
