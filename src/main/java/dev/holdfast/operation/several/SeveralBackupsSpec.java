package dev.holdfast.operation.several;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Label a manual backup of each of several environments.
 *
 * @param sources each once, as they were when this was submitted; at least one
 * @param notes may be empty
 */
@JsonTypeName(SeveralBackupsSpec.KIND)
public record SeveralBackupsSpec(List<EnvironmentRef> sources, String label, String notes)
    implements OperationSpec {

  public static final String KIND = "backups";

  public SeveralBackupsSpec {
    sources = List.copyOf(sources);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return sources.stream()
        .map(source -> new EnvironmentUse(source, EnvironmentRole.HELD))
        .toList();
  }

  @Override
  public List<OperationSpec> parts(String request) {
    return sources.stream()
        .<OperationSpec>map(source -> new BackupSpec(source, label, notes, Optional.of(request)))
        .toList();
  }

  @Override
  public List<String> digestParts() {
    List<String> parts = new ArrayList<>(List.of(KIND, label, notes));
    sources.forEach(source -> parts.add(source.id()));
    return List.copyOf(parts);
  }

  /** The columns for environments have the first one. */
  @Override
  public OperationFacts facts() {
    return OperationFacts.of(
        Map.of(
            "label",
            label,
            "notes",
            notes,
            "sources",
            sources.stream()
                .map(source -> source.displayName() + " (" + source.id() + ")")
                .collect(Collectors.joining("; "))));
  }
}
