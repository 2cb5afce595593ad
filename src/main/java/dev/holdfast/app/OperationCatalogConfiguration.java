package dev.holdfast.app;

import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.adminmode.LeaveAdminModeOperation;
import dev.holdfast.operation.backup.BackupOperation;
import dev.holdfast.operation.copy.CopyOperation;
import dev.holdfast.operation.mode.AdminModeOperation;
import dev.holdfast.operation.restore.RestoreOperation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one list of what Holdfast can be asked to do. */
@Configuration(proxyBeanMethods = false)
public class OperationCatalogConfiguration {

  @Bean
  public static OperationCatalog operationCatalog() {
    return new OperationCatalog(
        List.of(
            new BackupOperation(),
            new RestoreOperation(),
            new CopyOperation(),
            new LeaveAdminModeOperation(),
            new AdminModeOperation()));
  }
}
