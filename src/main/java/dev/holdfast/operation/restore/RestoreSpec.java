package dev.holdfast.operation.restore;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Overwrite the target with the source as it was at an instant.
 *
 * @param point the instant to restore to, in whole seconds: the wire carries no more
 * @param backupLabel the label of the manual backup that was chosen, if one was
 * @param targetName the display name that the target has afterwards; see {@link #keepsName}
 * @param securityGroupId the Entra security group whose members may enter the target afterwards;
 *     empty leaves that to the service
 * @param safetyBackup whether the target is backed up first, so that the restore can be undone;
 *     bodies stored before this could be asked for have none
 */
@JsonTypeName(RestoreSpec.KIND)
public record RestoreSpec(
    EnvironmentRef source,
    EnvironmentRef target,
    Instant point,
    Optional<String> backupLabel,
    String targetName,
    boolean skipAuditData,
    Optional<String> securityGroupId,
    boolean safetyBackup)
    implements OperationSpec {

  public static final String KIND = "restore";

  /** What is asked for, where that is a restore. */
  public static Optional<RestoreSpec> of(OperationSpec spec) {
    return spec instanceof RestoreSpec restore ? Optional.of(restore) : Optional.empty();
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * Whether the target keeps the name that it has when the restore starts. Bodies from before a
   * name could be empty have the one that was read at the review.
   */
  public boolean keepsName() {
    return targetName.isEmpty() || targetName.equals(target.displayName());
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(
        new EnvironmentUse(source, EnvironmentRole.DATA_LEAVES),
        new EnvironmentUse(target, EnvironmentRole.OVERWRITTEN));
  }

  /**
   * What is not asked for adds no part: approvals given before it could be asked for still hold.
   */
  @Override
  public List<String> digestParts() {
    List<String> parts =
        new ArrayList<>(
            List.of(
                KIND,
                source.id(),
                target.id(),
                point.toString(),
                targetName,
                String.valueOf(skipAuditData)));
    securityGroupId.ifPresent(parts::add);
    if (safetyBackup) {
      parts.addAll(List.of("safety backup", "first"));
    }
    return parts;
  }

  @Override
  public OperationFacts facts() {
    return new OperationFacts(
        Optional.of(point),
        Map.of(
            "backupLabel", backupLabel.orElse(""),
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
    return keepsName() ? Optional.empty() : Optional.of(targetName);
  }

  @Override
  public List<OperationSpec> stepsBefore(String request) {
    return safetyBackup ? List.of(BackupSpec.before(KIND, request, target)) : List.of();
  }
}
