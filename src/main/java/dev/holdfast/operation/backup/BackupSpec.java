package dev.holdfast.operation.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Label a manual backup.
 *
 * @param notes may be empty
 * @param parent the ID of the request for several backups of which this is one, as people read it;
 *     empty for none
 */
@JsonTypeName(BackupSpec.KIND)
public record BackupSpec(
    EnvironmentRef source,
    String label,
    String notes,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> parent)
    implements OperationSpec {

  public static final String KIND = "backup";

  /** By itself. */
  public BackupSpec(EnvironmentRef source, String label, String notes) {
    this(source, label, notes, Optional.empty());
  }

  /**
   * The safety backup of what a request overwrites.
   *
   * @param kind of the request
   */
  public static BackupSpec before(String kind, String request, EnvironmentRef target) {
    return new BackupSpec(
        target, "Holdfast " + request + " before " + kind, "Taken before " + request + ".");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(new EnvironmentUse(source, EnvironmentRole.HELD));
  }

  @Override
  public List<String> digestParts() {
    return Stream.concat(Stream.of(KIND, source.id(), label, notes), parent.stream()).toList();
  }

  @Override
  public OperationFacts facts() {
    Map<String, String> options = new HashMap<>(Map.of("label", label, "notes", notes));
    parent.ifPresent(whole -> options.put("parent", whole));
    return OperationFacts.of(options);
  }

  @Override
  public Optional<String> followUpOf() {
    return parent;
  }

  /**
   * Of the same environment, with a label that reads the same, because people find a backup by it.
   * Notes are kept with a backup, so other notes make it another one.
   */
  @Override
  public boolean isDoneBy(OperationSpec other) {
    return other instanceof BackupSpec backup
        && backup.source.id().equals(source.id())
        && asRead(backup.label).equals(asRead(label))
        && (notes.isBlank() || notes.strip().equals(backup.notes.strip()));
  }

  /** Its label is a pattern. */
  @Override
  public OperationSpec forRun(UnaryOperator<String> texts) {
    return new BackupSpec(source, texts.apply(label), notes);
  }

  private static String asRead(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> marker() {
    return Optional.of(label);
  }
}
