package dev.holdfast.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export. The hash can be computed again from the cells before it, in their order,
 * as {@link AuditEntry#hash} says; an empty text stands for what is not there. Where there is no
 * {@code hashVersion}, it covers only the cells before that.
 *
 * @param cells by {@link #COLUMNS}, in their order; null for what is not there
 */
record AuditExportRow(Map<String, @Nullable Object> cells) {

  /** All that a row's hash covered before it had a version. */
  private static final List<String> FIRST =
      List.of(
          "position",
          "previous",
          "id",
          "at",
          "request",
          "version",
          "what",
          "state",
          "whoId",
          "whoName",
          "words");

  static final List<String> COLUMNS =
      Stream.of(
              FIRST.stream(),
              Stream.of("hashVersion"),
              Arrays.stream(AuditFacts.Column.values()).map(AuditFacts.Column::cell),
              Stream.of("hash"))
          .flatMap(columns -> columns)
          .toList();

  /** A place whose row was removed keeps its line. */
  static AuditExportRow of(AuditChainLink link) {
    return of(Optional.of(link), link.entry());
  }

  static AuditExportRow of(AuditEntry entry) {
    return of(Optional.empty(), Optional.of(entry));
  }

  private static AuditExportRow of(Optional<AuditChainLink> link, Optional<AuditEntry> entry) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    COLUMNS.forEach(column -> cells.put(column, null));
    link.ifPresent(
        place -> {
          cells.put("position", place.position());
          cells.put("previous", place.previous().orElse(null));
          cells.put("hash", place.hash());
        });
    entry.ifPresent(
        row -> {
          cells.put("id", row.id());
          cells.put("at", row.at().toString());
          cells.put("request", row.requestId());
          row.version().ifPresent(version -> cells.put("version", version));
          cells.put("what", row.event().what());
          cells.put("state", row.event().state());
          cells.put("whoId", row.event().who().id());
          cells.put("whoName", row.event().who().name());
          cells.put("words", row.event().words());
          row.facts().hashVersion().ifPresent(version -> cells.put("hashVersion", version));
          row.facts().texts().forEach((column, text) -> cells.put(column.cell(), text));
        });
    return new AuditExportRow(cells);
  }
}
