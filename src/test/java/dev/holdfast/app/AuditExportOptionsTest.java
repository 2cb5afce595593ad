package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.audit.AuditExportFormat;
import dev.holdfast.audit.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditExportOptionsTest {

  @Test
  void aloneItIsEverythingAsJsonLinesOnStandardOutput() {
    AuditExportOptions options = AuditExportOptions.of(List.of("--audit-export"));

    assertThat(options.format()).isEqualTo(AuditExportFormat.JSONL);
    assertThat(options.span()).isEqualTo(TimeRange.ALWAYS);
    assertThat(options.output()).isEmpty();
  }

  @Test
  void daysAreThoseOfUtcAndSettingsGoTheirWay() {
    AuditExportOptions options =
        AuditExportOptions.of(
            List.of(
                "--spring.datasource.url=jdbc:x",
                "--audit-export=CSV",
                "--from=2026-11-01",
                "--to=2026-12-01T08:30:00+01:00",
                "--output=record.csv"));

    assertThat(options.format()).isEqualTo(AuditExportFormat.CSV);
    assertThat(options.span())
        .isEqualTo(
            new TimeRange(
                Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T07:30:00Z")));
    assertThat(options.output()).contains(Path.of("record.csv"));
    assertThat(options.settings()).containsExactly("--spring.datasource.url=jdbc:x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--audit-export=xml | --audit-export=xml is no format: it is jsonl or csv.",
        "--audit-export= | --audit-export= is no format: it is jsonl or csv.",
        "--from=november | --from=november is no time",
        "--from | --from= is no time",
        "--to=2026-02-30 | --to=2026-02-30 is no time",
        "--to=2026-11-01T08:00 | --to=2026-11-01T08:00 is no time",
        "--to=+12345-01-01T00:00:00Z | is no time",
        "--to=1970-01-01 | --from=1970-01-01T00:00:00Z is not before --to=1970-01-01T00:00:00Z",
        "--output= | --output= names no file.",
        "--output=src | --output=src names no file.",
        "--form=2026-11-01 | --form=2026-11-01 is not understood. There are --audit-export[",
        "csv | csv is not understood."
      })
  void whatIsWrongIsSaid(String argument, String sentence) {
    assertThatThrownBy(() -> AuditExportOptions.of(List.of("--audit-export", argument)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }
}
