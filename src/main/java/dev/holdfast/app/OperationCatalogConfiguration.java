package dev.holdfast.app;

import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.adminmode.LeaveAdminModeOperation;
import dev.holdfast.operation.backup.BackupOperation;
import dev.holdfast.operation.copy.CopyOperation;
import dev.holdfast.operation.deletion.BackupDeletionCheck;
import dev.holdfast.operation.deletion.DeleteBackupOperation;
import dev.holdfast.operation.mode.AdminModeOperation;
import dev.holdfast.operation.restore.RestoreOperation;
import dev.holdfast.operation.retention.RetentionCheck;
import dev.holdfast.operation.retention.RetentionOperation;
import dev.holdfast.operation.series.SeriesOperation;
import dev.holdfast.operation.several.SeveralBackupsOperation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one list of what Holdfast can be asked to do. */
@Configuration(proxyBeanMethods = false)
public class OperationCatalogConfiguration {

  @Bean
  public static OperationCatalog operationCatalog(
      ObjectProvider<BackupDeletionCheck> deletions, ObjectProvider<RetentionCheck> retentions) {
    return of(deletions::getObject, retentions::getObject);
  }

  /** The same where nothing is checked, as to explain a policy or to read what is stored. */
  public static OperationCatalog operationCatalog() {
    return of(OperationCatalogConfiguration::none, OperationCatalogConfiguration::none);
  }

  private static <T> T none() {
    throw new IllegalStateException("Nothing is checked here.");
  }

  private static OperationCatalog of(
      Supplier<BackupDeletionCheck> deletions, Supplier<RetentionCheck> retentions) {
    List<OperationType<?>> types =
        List.of(
            new BackupOperation(),
            new SeveralBackupsOperation(),
            new DeleteBackupOperation(deletions),
            new RetentionOperation(retentions),
            new RestoreOperation(),
            new CopyOperation(),
            new LeaveAdminModeOperation(),
            new AdminModeOperation());
    return new OperationCatalog(
        Stream.concat(types.stream(), Stream.of(new SeriesOperation(new OperationCatalog(types))))
            .toList());
  }
}
