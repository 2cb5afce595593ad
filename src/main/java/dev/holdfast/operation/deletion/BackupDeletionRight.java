package dev.holdfast.operation.deletion;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.environment.EnvironmentProfile;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who sees the buttons that delete backups. What they lead to is checked at each click. */
@Component
public class BackupDeletionRight {

  private final PermissionEvaluator permissions;

  BackupDeletionRight(PermissionEvaluator permissions) {
    this.permissions = permissions;
  }

  /** Whether a person may request that a backup of an environment is deleted. */
  public boolean has(ChatUser who, EnvironmentProfile environment) {
    DeleteBackupSpec any =
        new DeleteBackupSpec(EnvironmentViewMapper.name(environment), "", "", Instant.EPOCH, "");
    return permissions.denial(who.person(), any).isEmpty();
  }
}
