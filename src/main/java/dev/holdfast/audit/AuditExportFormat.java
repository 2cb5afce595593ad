package dev.holdfast.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How an export is written. */
public enum AuditExportFormat {
  /** JSON Lines: an object in a line. */
  JSONL {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(AuditExportRow line) {
      return JSON.writeValueAsString(line.cells()) + "\n";
    }
  },

  /** RFC 4180. */
  CSV {
    @Override
    String head() {
      return row(AuditExportRow.COLUMNS.stream());
    }

    @Override
    String line(AuditExportRow line) {
      return row(line.cells().values().stream().map(AuditExportFormat::harmless));
    }
  };

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a spreadsheet would take for a formula, and the mark that keeps it from that. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@'\\t\\r]");

  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

  /** What stands before the first line. */
  abstract String head();

  /** With the end of the line. */
  abstract String line(AuditExportRow line);

  /** By its name in any case. */
  public static Optional<AuditExportFormat> of(String name) {
    return Stream.of(values())
        .filter(format -> format.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static String row(Stream<String> cells) {
    return cells.map(AuditExportFormat::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One apostrophe in front; who wants the text as it was takes one away. */
  private static String harmless(@Nullable Object cell) {
    String text = cell == null ? "" : cell.toString();
    return FORMULA.matcher(text).find() ? "'" + text : text;
  }

  private static String quoted(String cell) {
    return QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
