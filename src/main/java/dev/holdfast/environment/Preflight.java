package dev.holdfast.environment;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.RestoreOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Checks a restore.
   *
   * @param wish the order to be; an empty target name stands for the one that the target has
   */
  public RestorePreflight restore(RestoreOrder wish) {
    Subject source = read(wish.sourceId());
    Subject target = wish.sourceId().equals(wish.targetId()) ? source : read(wish.targetId());
    Instant readAt = clock.instant();
    RestoreOrder order = wish.targetName().isEmpty() ? wish.named(target.name()) : wish;
    List<Check> checks = new ArrayList<>(rules.restore(source, target, order.point(), readAt));
    AccessRules.securityGroup(target, order.securityGroupId()).ifPresent(checks::add);
    return new RestorePreflight(source, target, order, checks, readAt);
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
    return Subject.of(environment, api.finOpsDeployment(environment));
  }
}
