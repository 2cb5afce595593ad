package dev.holdfast.app;

import dev.holdfast.audit.AuditExportFormat;
import dev.holdfast.audit.TimeRange;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What follows {@code --audit-export}.
 *
 * @param output empty for standard output
 * @param settings the arguments that are settings of Holdfast
 */
record AuditExportOptions(
    AuditExportFormat format, TimeRange span, Optional<Path> output, List<String> settings) {

  static final String OPTION = "--audit-export";
  static final String FROM = "--from";
  static final String TO = "--to";
  static final String OUTPUT = "--output";

  private static final String USAGE =
      "There are %s[=jsonl|csv], --from=…, --to=… and --output=….".formatted(OPTION);

  /**
   * @throws IllegalArgumentException with a sentence for whoever typed them
   */
  static AuditExportOptions of(List<String> arguments) {
    CommandLineOptions.AuditExport given =
        CommandLineOptions.read(new CommandLineOptions.AuditExport(), arguments);
    AuditExportFormat format = format(given.format);
    Instant from =
        Optional.ofNullable(given.from)
            .map(value -> instant(FROM, value))
            .orElse(TimeRange.ALWAYS.from());
    Instant to =
        Optional.ofNullable(given.to)
            .map(value -> instant(TO, value))
            .orElse(TimeRange.ALWAYS.to());
    Optional<Path> output = Optional.ofNullable(given.output).map(AuditExportOptions::path);
    List<String> settings = given.settings(USAGE);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "--from=%s is not before --to=%s; what is exported begins with the one and ends before the"
                  .formatted(from, to)
              + " other.");
    }
    return new AuditExportOptions(format, new TimeRange(from, to), output, settings);
  }

  private static AuditExportFormat format(String value) {
    return AuditExportFormat.of(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s=%s is no format: it is jsonl or csv.".formatted(OPTION, value)));
  }

  /** A day is its first instant in UTC. */
  private static Instant instant(String name, String value) {
    try {
      Instant instant =
          value.length() <= 10
              ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(value).toInstant();
      if (!instant.isBefore(TimeRange.ALWAYS.from()) && !instant.isAfter(TimeRange.ALWAYS.to())) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "%s=%s is no time: it is a day in UTC, as in %s=2026-11-01, or an instant, as in %s=2026-11-01T08:00:00Z."
            .formatted(name, value, name, name));
  }

  private static Path path(String value) {
    try {
      Path path = Path.of(value);
      if (path.getFileName() != null && !value.isBlank() && !Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw new IllegalArgumentException("--output=%s names no file.".formatted(value));
  }
}
