package dev.holdfast.execution;

import dev.holdfast.execution.checklist.ChecklistProperties;
import dev.holdfast.execution.guard.CallProperties;
import dev.holdfast.execution.outcome.FinOpsOutcomeProperties;
import dev.holdfast.testing.Workbench;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How patient the drive of a test is. */
final class ExecutionSettings {

  private ExecutionSettings() {}

  /** Settings under {@code holdfast.execution}, bound as at the start of Holdfast. */
  static Workbench on(Workbench bench, Map<String, ?> settings) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    // Where a test says nothing else, nothing can be on its way that another replica has sent.
    source.put("holdfast.execution.takeover-delay", "0s");
    settings.forEach((name, value) -> source.put("holdfast.execution." + name, value.toString()));
    Binder binder = new Binder(source);
    return bench
        .with(CallProperties.class, bound(binder, CallProperties.class))
        .with(StartProperties.class, bound(binder, StartProperties.class))
        .with(ExecutionProperties.class, bound(binder, ExecutionProperties.class))
        .with(
            FinOpsOutcomeProperties.class,
            binder.bindOrCreate(
                "holdfast.execution.finance-and-operations", FinOpsOutcomeProperties.class))
        .with(
            ChecklistProperties.class,
            binder.bindOrCreate("holdfast.execution.checklist", ChecklistProperties.class));
  }

  private static <T> T bound(Binder binder, Class<T> type) {
    return binder.bindOrCreate("holdfast.execution", type);
  }
}
