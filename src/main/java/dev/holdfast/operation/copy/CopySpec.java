package dev.holdfast.operation.copy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Overwrite the target with a copy of the source as it is when the service copies it.
 *
 * @param targetName the display name that the target gets; empty when it keeps the one that it has
 *     when the copy starts
 * @param securityGroupId the Entra security group whose members may enter the target afterwards;
 *     empty leaves that to the service
 * @param safetyBackup whether the target is backed up first
 */
@JsonTypeName(CopySpec.KIND)
public record CopySpec(
    EnvironmentRef source,
    EnvironmentRef target,
    CopyType type,
    String targetName,
    boolean skipAuditData,
    Optional<String> securityGroupId,
    boolean safetyBackup)
    implements OperationSpec {

  public static final String KIND = "copy";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(
        new EnvironmentUse(source, EnvironmentRole.DATA_LEAVES),
        new EnvironmentUse(target, EnvironmentRole.OVERWRITTEN));
  }

  @Override
  public List<String> digestParts() {
    return List.of(
        KIND,
        source.id(),
        target.id(),
        type.name(),
        targetName,
        String.valueOf(skipAuditData),
        securityGroupId.orElse(""),
        String.valueOf(safetyBackup));
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(
        Map.of(
            "type", type.name(),
            "targetName", targetName,
            "skipAuditData", String.valueOf(skipAuditData),
            "securityGroupId", securityGroupId.orElse(""),
            "safetyBackup", String.valueOf(safetyBackup)));
  }

  @Override
  public boolean backsUpFirst() {
    return safetyBackup;
  }

  @Override
  public Optional<String> newName() {
    return Optional.of(targetName)
        .filter(name -> !name.isEmpty() && !name.equals(target.displayName()));
  }

  @Override
  public List<OperationSpec> stepsBefore(String request) {
    return safetyBackup ? List.of(BackupSpec.before(KIND, request, target)) : List.of();
  }
}
