package dev.holdfast.operation.several;

import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.environment.preflight.BackupPreflight;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks backups of several environments against these as they are now. */
@Component
class SeveralBackupsCheck {

  private final EnvironmentLabels labels;
  private final PreflightService preflight;

  SeveralBackupsCheck(EnvironmentLabels labels, PreflightService preflight) {
    this.labels = labels;
    this.preflight = preflight;
  }

  /**
   * @param data of a form that is complete
   */
  CheckedOrder check(Map<String, String> data) {
    List<BackupPreflight> read =
        EnvironmentIds.of(data.get(SeveralBackupsForm.CHOSEN)).stream()
            .map(preflight::backup)
            .toList();
    List<EnvironmentRef> sources = new ArrayList<>();
    List<Finding> checks = new ArrayList<>();
    for (BackupPreflight one : read) {
      sources.add(labels.name(one.source()));
      checks.addAll(one.checks());
    }
    return CheckedOrder.of(
        new SeveralBackupsSpec(
            sources, data.get("label").strip(), data.getOrDefault("notes", "").strip()),
        checks.stream().distinct().toList(),
        read.stream().map(BackupPreflight::readAt).min(Instant::compareTo).orElseThrow());
  }
}
