package dev.holdfast.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a row says of the operation that was asked for, and of how that was stored.
 *
 * @param hashVersion what the row's hash covers: 2 all of this too; empty in rows from before
 * @param texts by column; what isn't said is left out
 */
record AuditFacts(OptionalInt hashVersion, Map<Column, String> texts) {

  static final int HASH_VERSION = 2;

  /** Of a row from before there were these columns. */
  static final AuditFacts NONE = new AuditFacts(OptionalInt.empty(), Map.of());

  /** In the order in which the hash covers them. The names are stored; new ones come last. */
  enum Column {
    /** The type of the operation. */
    OPERATION("operation"),
    /** The environment whose data ends up elsewhere; empty where none does. */
    SOURCE_ID("sourceId"),
    SOURCE_NAME("sourceName"),
    /** The environment that is overwritten, held, or opened. */
    TARGET_ID("targetId"),
    TARGET_NAME("targetName"),
    RESTORE_POINT("restorePoint"),
    /** What else was asked for, as a JSON object. */
    OPTIONS("options"),
    /** Of what is approved. */
    DIGEST("digest"),
    /** Of the policy in force when the row was written. */
    POLICY_DIGEST("policyDigest"),
    /** How many are needed, and who gave one for which digest, as a JSON object. */
    APPROVALS("approvals"),
    /** The service's IDs. */
    OPERATION_ID("operationId"),
    CORRELATION_ID("correlationId"),
    OUTCOME("outcome"),
    /** Of the request as it was stored with this row. */
    CONTENT("content");

    private final String cell;

    Column(String cell) {
      this.cell = cell;
    }

    /** Its name in an export. */
    String cell() {
      return cell;
    }

    /** Its name in the database. */
    String sql() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  AuditFacts {
    Map<Column, String> said = new EnumMap<>(Column.class);
    texts.forEach(
        (column, text) -> {
          if (!text.isEmpty()) {
            said.put(column, text);
          }
        });
    texts = Collections.unmodifiableMap(said);
  }

  static AuditFacts of(Map<Column, String> texts) {
    return new AuditFacts(OptionalInt.of(HASH_VERSION), texts);
  }

  static AuditFacts read(ResultSet row) throws SQLException {
    int version = row.getInt("hash_version");
    OptionalInt hashVersion = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
    Map<Column, String> texts = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      texts.put(column, Objects.requireNonNullElse(row.getString(column.sql()), ""));
    }
    return new AuditFacts(hashVersion, texts);
  }

  String text(Column column) {
    return texts.getOrDefault(column, "");
  }

  /**
   * What the hash covers of this. A row from before covers nothing of it: none of its parts can
   * follow from taking the version away, since the number of parts differs.
   */
  List<String> parts() {
    return hashVersion.isEmpty()
        ? List.of()
        : Stream.concat(
                Stream.of(String.valueOf(hashVersion.getAsInt())),
                Arrays.stream(Column.values()).map(this::text))
            .toList();
  }

  /** Whether the hash covers all that is said. */
  boolean isCovered() {
    return hashVersion.isEmpty() ? texts.isEmpty() : hashVersion.getAsInt() == HASH_VERSION;
  }
}
