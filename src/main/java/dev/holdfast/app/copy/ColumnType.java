package dev.holdfast.app.copy;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of columns that there are, and how a value of each comes out of one database. */
enum ColumnType {
  TEXT(Types.VARCHAR) {
    @Override
    Object value(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }

    @Override
    byte[] bytes(Object value) {
      return ((String) value).getBytes(StandardCharsets.UTF_8);
    }
  },

  NUMBER(Types.BIGINT) {
    @Override
    Object value(ResultSet row, int column) throws SQLException {
      return row.getLong(column);
    }
  },

  BOOLEAN(Types.BOOLEAN) {
    @Override
    Object value(ResultSet row, int column) throws SQLException {
      return row.getBoolean(column);
    }
  },

  TIME(Types.TIMESTAMP_WITH_TIMEZONE) {
    @Override
    @Nullable Object value(ResultSet row, int column) throws SQLException {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }

    @Override
    Object stored(Object value) {
      return ((Instant) value).atOffset(ZoneOffset.UTC);
    }
  },

  BYTES(Types.BINARY) {
    @Override
    Object value(ResultSet row, int column) throws SQLException {
      return row.getBytes(column);
    }

    @Override
    byte[] bytes(Object value) {
      return (byte[]) value;
    }
  };

  private final int sqlType;

  ColumnType(int sqlType) {
    this.sqlType = sqlType;
  }

  /**
   * @param name what PostgreSQL calls it
   * @throws CopyException for a type that nobody has taught this
   */
  static ColumnType of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "varchar", "text" -> TEXT;
      case "int2", "int4", "int8", "smallserial", "serial", "bigserial" -> NUMBER;
      case "bool" -> BOOLEAN;
      case "timestamptz" -> TIME;
      case "bytea" -> BYTES;
      default -> throw new CopyException("Columns of type %s can't be copied.".formatted(name));
    };
  }

  /** The same for the same content, whichever database it comes from. */
  @Nullable Object read(ResultSet row, int column) throws SQLException {
    Object value = value(row, column);
    return row.wasNull() ? null : value;
  }

  void write(PreparedStatement statement, int column, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(column, sqlType);
    } else {
      statement.setObject(column, stored(value));
    }
  }

  abstract @Nullable Object value(ResultSet row, int column) throws SQLException;

  Object stored(Object value) {
    return value;
  }

  byte[] bytes(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }
}
