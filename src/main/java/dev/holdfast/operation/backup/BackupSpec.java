package dev.holdfast.operation.backup;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Label a manual backup. Notes may be empty. */
@JsonTypeName(BackupSpec.KIND)
public record BackupSpec(EnvironmentRef source, String label, String notes)
    implements OperationSpec {

  public static final String KIND = "backup";

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
    return List.of(KIND, source.id(), label, notes);
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(Map.of("label", label, "notes", notes));
  }

  @Override
  public Optional<String> marker() {
    return Optional.of(label);
  }
}
