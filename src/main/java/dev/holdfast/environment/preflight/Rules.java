package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What may be backed up, and what may be restored onto what. The one place for these rules: the
 * form, {@code why}, the review and the check before the call all ask here.
 *
 * <p>What the service did not say is amber, never green. A pair with a red check is not legal.
 */
@Component
public final class Rules {

  private final RestoreWindow window;
  private final PreflightRules common;
  private final RestoreRules restore;

  public Rules(RestoreWindow window, PreflightRules common) {
    this.window = window;
    this.common = common;
    this.restore = new RestoreRules(common);
  }

  /** The rules that hold whatever the type of operation. */
  PreflightRules common() {
    return common;
  }

  /** The instants that the rules let an environment be taken back to. */
  public RestoreWindow window() {
    return window;
  }

  /**
   * Checks a restore as it would be ordered now.
   *
   * @param point the instant to restore to
   * @param situation with the present, against which the retention window is held
   */
  public List<Finding> restore(
      EnvironmentProfile source,
      EnvironmentProfile target,
      Instant point,
      OverwriteCheck.Situation situation) {
    List<Finding> checks = new ArrayList<>(pair(source, target));
    checks.addAll(RestorePointRules.point(source, point, situation.now(), window));
    if (OverwriteRules.itself(source, target)) {
      common.ontoItself(target, point, situation.now()).forEach(checks::add);
    }
    checks.add(restore.room(source, target, situation));
    checks.add(CapacityRules.loss(source, target, point));
    return List.copyOf(checks);
  }

  /** Checks a manual backup. */
  public List<Finding> backup(EnvironmentProfile source, Instant now) {
    List<Finding> checks = new ArrayList<>();
    checks.add(EnvironmentTypeRules.manualBackup(source));
    AvailabilityRules.source(source).ifPresent(checks::add);
    common.backup(source).forEach(checks::add);
    FinOpsRules.backup(source).ifPresent(checks::add);
    checks.add(ServiceAvailabilityRules.backupOf(source, anyRed(checks)));
    checks.add(ServiceAvailabilityRules.free(source));
    checks.add(RestorePointRules.kept(source, now));
    checks.add(CapacityRules.noRoom(source));
    ServiceAvailabilityRules.unreadable(source).ifPresent(checks::add);
    return List.copyOf(checks);
  }

  /** Checks what can be said of a target whatever the source. */
  public List<Finding> asTarget(EnvironmentProfile target) {
    List<Finding> checks = new ArrayList<>();
    checks.add(EnvironmentTypeRules.target(target));
    EnvironmentTypeRules.conversion(target).ifPresent(checks::add);
    AvailabilityRules.target(target).ifPresent(checks::add);
    common.target(target).forEach(checks::add);
    FinOpsRules.target(target).ifPresent(checks::add);
    checks.add(
        ServiceAvailabilityRules.restoreOnto(target, RestoreRules.isForbiddenTarget(target)));
    checks.add(ServiceAvailabilityRules.free(target));
    ServiceAvailabilityRules.unreadable(target).ifPresent(checks::add);
    return List.copyOf(checks);
  }

  /**
   * Checks a source and a target together, whatever the instant: for {@code why} and for the
   * targets that a form offers.
   */
  public List<Finding> pair(EnvironmentProfile source, EnvironmentProfile target) {
    return restore.pair(source, target);
  }

  /** Whether the target may be offered for the source: nothing about the pair is red. */
  public boolean legal(EnvironmentProfile source, EnvironmentProfile target) {
    return restore.legal(source, target);
  }

  private static boolean anyRed(List<Finding> checks) {
    return checks.stream().anyMatch(check -> check.severity() == Severity.RED);
  }
}
