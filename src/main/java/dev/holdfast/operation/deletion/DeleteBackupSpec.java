package dev.holdfast.operation.deletion;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Delete a manual backup.
 *
 * @param target the environment that it belongs to
 * @param backupId the service's ID of it; the two admin APIs may have different ones, so label and
 *     point count too
 * @param point the instant that it marks
 * @param createdBy who made it, as the service says; may be empty
 */
@JsonTypeName(DeleteBackupSpec.KIND)
public record DeleteBackupSpec(
    EnvironmentRef target, String backupId, String label, Instant point, String createdBy)
    implements OperationSpec {

  public static final String KIND = "delete-backup";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(new EnvironmentUse(target, EnvironmentRole.RECOVERY_CHANGED));
  }

  @Override
  public List<String> digestParts() {
    return List.of(KIND, target.id(), backupId, label, point.toString(), createdBy);
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(
        Map.of(
            "backupId", backupId,
            "label", label,
            "point", point.toString(),
            "createdBy", createdBy));
  }
}
