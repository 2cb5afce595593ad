package dev.holdfast.environment;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsLink;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Runs the rules on what the service says now, never on the catalogue. Whatever decides, the review
 * and the check just before the call, asks here.
 *
 * <p>Every method throws {@link dev.holdfast.platform.AdminApiException} when an environment cannot
 * be read: without the facts there is no finding, good or bad.
 */
@Component
public class Preflight {

  private final AdminApi api;
  private final Rules rules;
  private final Clock clock;

  public Preflight(AdminApi api, Rules rules, Clock clock) {
    this.api = api;
    this.rules = rules;
    this.clock = clock;
  }

  /** Checks the restore of a source, as it was at an instant, onto a target. */
  public RestorePreflight restore(String sourceId, String targetId, Instant point) {
    Subject source = read(sourceId);
    Subject target = sourceId.equals(targetId) ? source : read(targetId);
    Instant readAt = clock.instant();
    return new RestorePreflight(
        source, target, point, rules.restore(source, target, point, readAt), readAt);
  }

  /** Checks a manual backup. */
  public BackupPreflight backup(String sourceId) {
    Subject source = read(sourceId);
    Instant readAt = clock.instant();
    return new BackupPreflight(source, rules.backup(source, readAt), readAt);
  }

  /** One environment as the service describes it now. */
  public Subject read(String environmentId) {
    Environment environment = api.environment(environmentId);
    return Subject.of(
        environment,
        environment.finOps() instanceof FinOpsLink.Unified
            ? api.finOpsDeployment(environment)
            : Optional.empty());
  }
}
