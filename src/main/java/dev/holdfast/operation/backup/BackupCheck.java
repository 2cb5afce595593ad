package dev.holdfast.operation.backup;

import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.environment.preflight.BackupPreflight;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.operation.CheckedOrder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks a backup against the environment as it is now. */
@Component
class BackupCheck {

  private final EnvironmentLabels labels;
  private final PreflightService preflight;

  BackupCheck(EnvironmentLabels labels, PreflightService preflight) {
    this.labels = labels;
    this.preflight = preflight;
  }

  /**
   * @param data of a form that is complete
   */
  CheckedOrder check(Map<String, String> data) {
    BackupPreflight read = preflight.backup(data.get("source"));
    return CheckedOrder.of(
        new BackupSpec(
            labels.name(read.source()),
            data.get("label").strip(),
            data.getOrDefault("notes", "").strip()),
        read.checks(),
        read.readAt());
  }
}
