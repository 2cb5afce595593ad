package dev.holdfast.environment;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs the rules on what the service says now, never on the catalogue. Whatever decides, the review
 * and the check just before the call, asks here.
 *
 * <p>Every method throws {@link AdminApiException} when an environment cannot be read: without the
 * facts there is no finding, good or bad.
 */
@Component
public class Preflight {

  private static final Logger log = LoggerFactory.getLogger(Preflight.class);

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
        environment, api.finOpsDeployment(environment), operationsUnlessReady(environment));
  }

  /**
   * What runs on an environment that does not call itself ready. The service refuses an order for
   * one that is busy anyway, so this answer may be missing.
   */
  private Optional<List<Operation>> operationsUnlessReady(Environment environment) {
    if (environment.managementState().filter("Ready"::equalsIgnoreCase).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(api.operations(environment.id()));
    } catch (AdminApiException e) {
      log.info("What runs on environment {} stays unknown: {}", environment.id(), e.forLog());
      return Optional.empty();
    }
  }
}
