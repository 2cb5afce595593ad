package dev.holdfast.request.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The table {@code diagnoses.yaml}. */
public final class DiagnosisTable {

  private static final Set<String> KEYS = Set.of("code", "diagnosis", "temporary", "source");
  private static final DiagnosisTable SHARED = read();

  private final List<KnownError> errors;
  private final Map<String, KnownError> byCode;

  private DiagnosisTable(List<KnownError> errors) {
    this.errors = List.copyOf(errors);
    this.byCode =
        errors.stream().collect(Collectors.toMap(it -> lower(it.code()), Function.identity()));
  }

  public static DiagnosisTable shared() {
    return SHARED;
  }

  /** In the order of the table. */
  public List<KnownError> errors() {
    return errors;
  }

  /** What is known of a code; nothing of most. */
  public Optional<KnownError> of(String code) {
    return Optional.ofNullable(byCode.get(lower(code)));
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  private static DiagnosisTable read() {
    try (InputStream file = DiagnosisTable.class.getResourceAsStream("/diagnoses.yaml")) {
      List<Map<String, Object>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
      return new DiagnosisTable(rows.stream().map(DiagnosisTable::row).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownError row(Map<String, Object> row) {
    if (!KEYS.containsAll(row.keySet())) {
      throw new IllegalStateException("diagnoses.yaml has a key that isn't known: " + row);
    }
    return new KnownError(
        text(row, "code"),
        Diagnosis.valueOf(text(row, "diagnosis")),
        Boolean.TRUE.equals(row.get("temporary")),
        text(row, "source"));
  }

  private static String text(Map<String, Object> row, String key) {
    return Objects.requireNonNull(row.get(key), key).toString();
  }
}
