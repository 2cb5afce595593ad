package dev.holdfast.metrics;

import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.copy.CopySpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.OperationSpecs;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What meters are made with. */
final class Metered {

  private Metered() {}

  static OperationKinds kinds() {
    return new OperationKinds(
        new OperationSpecs() {
          @Override
          public Collection<Class<? extends OperationSpec>> specTypes() {
            return List.of(BackupSpec.class, RestoreSpec.class, CopySpec.class);
          }

          @Override
          public OperationSpec leaveAdminMode(EnvironmentRef target, String parent) {
            throw new UnsupportedOperationException();
          }
        });
  }

  static ObjectProvider<MeterRegistry> provided(MeterRegistry meters) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("meters", meters);
    return beans.getBeanProvider(MeterRegistry.class);
  }
}
