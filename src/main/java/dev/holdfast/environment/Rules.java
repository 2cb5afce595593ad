package dev.holdfast.environment;

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

  /**
   * Checks a restore as it would be ordered now.
   *
   * @param point the instant to restore to
   * @param now the present, against which the retention window is held
   */
  public List<Check> restore(Subject source, Subject target, Instant point, Instant now) {
    List<Check> checks = new ArrayList<>(pair(source, target));
    checks.addAll(PointRules.point(source, point, now));
    checks.add(CostRules.room(source, target));
    checks.add(CostRules.loss(source, target, point));
    return List.copyOf(checks);
  }

  /** Checks a manual backup. */
  public List<Check> backup(Subject source, Instant now) {
    List<Check> checks = new ArrayList<>();
    checks.add(TypeRules.manualBackup(source));
    checks.add(PlaceRules.dataverse(source));
    FinOpsRules.backup(source).ifPresent(checks::add);
    checks.add(ServiceRules.backupOf(source, anyRed(checks)));
    checks.add(ServiceRules.free(source));
    checks.add(PointRules.kept(source, now));
    checks.add(CostRules.noRoom(source));
    return List.copyOf(checks);
  }

  /** Checks what can be said of a target whatever the source. */
  public List<Check> asTarget(Subject target) {
    List<Check> checks = new ArrayList<>();
    checks.add(TypeRules.target(target));
    TypeRules.conversion(target).ifPresent(checks::add);
    checks.add(PlaceRules.dataverse(target));
    FinOpsRules.target(target).ifPresent(checks::add);
    checks.add(ServiceRules.restoreOnto(target, forbiddenTarget(target)));
    checks.add(ServiceRules.free(target));
    return List.copyOf(checks);
  }

  /**
   * Checks a source and a target together, whatever the instant: for {@code why} and for the
   * targets that a form offers.
   */
  public List<Check> pair(Subject source, Subject target) {
    boolean itself = source.id().equals(target.id());
    List<Check> checks = new ArrayList<>();
    TypeRules.backedUp(source).ifPresent(checks::add);
    checks.add(TypeRules.pair(source, target));
    TypeRules.conversion(target).ifPresent(checks::add);
    checks.add(PlaceRules.dataverse(source, target));
    if (!itself) {
      checks.add(PlaceRules.region(source, target));
      checks.add(PlaceRules.managed(source, target));
      checks.add(PlaceRules.customerKey(source, target));
      checks.add(PlaceRules.network(source, target));
    }
    FinOpsRules.kinds(source, target).ifPresent(checks::add);
    FinOpsRules.versions(source, target).ifPresent(checks::add);
    ServiceRules.silence(source, target)
        .ifPresentOrElse(checks::add, () -> checks.addAll(serviceWords(source, target)));
    checks.add(ServiceRules.free(target));
    if (!itself) {
      checks.add(ServiceRules.free(source));
    }
    return List.copyOf(checks);
  }

  /** Whether the target may be offered for the source: nothing about the pair is red. */
  public boolean legal(Subject source, Subject target) {
    return !anyRed(pair(source, target));
  }

  private static List<Check> serviceWords(Subject source, Subject target) {
    return List.of(
        ServiceRules.restoreOnto(target, forbiddenTarget(target)),
        ServiceRules.backupsOf(source, forbiddenSource(source)));
  }

  /** Whether our rules alone forbid the target, to be held against the service's word on it. */
  private static boolean forbiddenTarget(Subject target) {
    return anyRed(List.of(TypeRules.target(target), PlaceRules.dataverse(target)));
  }

  private static boolean forbiddenSource(Subject source) {
    return TypeRules.backedUp(source).isPresent() || anyRed(List.of(PlaceRules.dataverse(source)));
  }

  private static boolean anyRed(List<Check> checks) {
    return Check.worst(checks) == Severity.RED;
  }
}
