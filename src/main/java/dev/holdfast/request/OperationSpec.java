package dev.holdfast.request;

import dev.holdfast.request.RequestId;

import dev.holdfast.request.EnvironmentRef;
import dev.holdfast.request.EnvironmentRole;
import dev.holdfast.request.EnvironmentUse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a request wants done. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OperationSpec.Restore.class, name = "restore"),
  @JsonSubTypes.Type(value = OperationSpec.Backup.class, name = "backup")
})
public sealed interface OperationSpec {

  EnvironmentRef source();

  /** The environment that is changed or held while the work is done. */
  EnvironmentRef affected();

  /** Every environment that the work touches. */
  List<EnvironmentUse> environments();

  /** What has to be done before it, in this order. */
  default List<OperationSpec> stepsBefore(RequestId request) {
    return List.of();
  }

  /** The label by which the service's own list shows what it made; empty when there is none. */
  default Optional<String> marker() {
    return Optional.empty();
  }

  /**
   * Overwrite the target with the source as it was at an instant.
   *
   * @param point the instant to restore to, in whole seconds: the wire carries no more
   * @param backupLabel the label of the manual backup that was chosen, if one was
   * @param targetName the display name that the target has afterwards; see {@link #keepsName}
   * @param securityGroupId the Entra security group whose members may enter the target afterwards;
   *     empty leaves that to the service
   * @param safetyBackup whether the target is backed up first, to have a way back; bodies stored
   *     before this could be asked for have none
   */
  record Restore(
      EnvironmentRef source,
      EnvironmentRef target,
      Instant point,
      Optional<String> backupLabel,
      String targetName,
      boolean skipAuditData,
      Optional<String> securityGroupId,
      boolean safetyBackup)
      implements OperationSpec {
    @Override
    public EnvironmentRef affected() {
      return target;
    }

    /**
     * Whether the target keeps the name that it has when the restore starts. Bodies from before a
     * name could be empty have the one that was read at the review.
     */
    public boolean keepsName() {
      return targetName.isEmpty() || targetName.equals(target.displayName());
    }

    @Override
    public List<OperationSpec> stepsBefore(RequestId request) {
      return safetyBackup
          ? List.of(
              new Backup(
                  target,
                  "Holdfast " + request + " before restore",
                  "Taken before " + request + "."))
          : List.of();
    }

    @Override
    public List<EnvironmentUse> environments() {
      return List.of(
          new EnvironmentUse(source, EnvironmentRole.DATA_LEAVES),
          new EnvironmentUse(target, EnvironmentRole.OVERWRITTEN));
    }
  }

  /** Label a manual backup. Notes may be empty. */
  record Backup(EnvironmentRef source, String label, String notes) implements OperationSpec {
    @Override
    public EnvironmentRef affected() {
      return source;
    }

    @Override
    public Optional<String> marker() {
      return Optional.of(label);
    }

    @Override
    public List<EnvironmentUse> environments() {
      return List.of(new EnvironmentUse(source, EnvironmentRole.HELD));
    }
  }
}
