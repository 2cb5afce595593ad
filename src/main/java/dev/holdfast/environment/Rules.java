package dev.holdfast.environment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
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

  /** With the usual time until a backup can be restored. */
  public Rules() {
    this(new RestoreWindow(RestoreWindow.USUAL_SETTLING));
  }

  @Autowired
  public Rules(RestoreWindow window) {
    this.window = window;
  }

  /** The instants that the rules let an environment be taken back to. */
  public RestoreWindow window() {
    return window;
  }

  /**
   * Checks a restore as it would be ordered now.
   *
   * @param point the instant to restore to
   * @param now the present, against which the retention window is held
   */
  public List<Check> restore(Subject source, Subject target, Instant point, Instant now) {
    List<Check> checks = new ArrayList<>(pair(source, target));
    checks.addAll(PointRules.point(source, point, now, window));
    checks.add(CostRules.room(source, target));
    checks.add(CostRules.loss(source, target, point));
    return List.copyOf(checks);
  }

  /** Checks a manual backup. */
  public List<Check> backup(Subject source, Instant now) {
    List<Check> checks = new ArrayList<>();
    checks.add(TypeRules.manualBackup(source));
    AvailabilityRules.source(source).ifPresent(checks::add);
    checks.add(PlaceRules.dataverse(source));
    FinOpsRules.backup(source).ifPresent(checks::add);
    checks.add(ServiceRules.backupOf(source, anyRed(checks)));
    checks.add(ServiceRules.free(source));
    checks.add(PointRules.kept(source, now));
    checks.add(CostRules.noRoom(source));
    ServiceRules.unreadable(source).ifPresent(checks::add);
    return List.copyOf(checks);
  }

  /** Checks what can be said of a target whatever the source. */
  public List<Check> asTarget(Subject target) {
    List<Check> checks = new ArrayList<>();
    checks.add(TypeRules.target(target));
    TypeRules.conversion(target).ifPresent(checks::add);
    AvailabilityRules.target(target).ifPresent(checks::add);
    checks.add(PlaceRules.dataverse(target));
    FinOpsRules.target(target).ifPresent(checks::add);
    checks.add(ServiceRules.restoreOnto(target, forbiddenTarget(target)));
    checks.add(ServiceRules.free(target));
    ServiceRules.unreadable(target).ifPresent(checks::add);
    return List.copyOf(checks);
  }

  /**
   * Checks a source and a target together, whatever the instant: for {@code why} and for the
   * targets that a form offers.
   */
  public List<Check> pair(Subject source, Subject target) {
    return findings(source, target).toList();
  }

  /**
   * Whether the target may be offered for the source: nothing about the pair is red. The region
   * comes first here, because it rules out most.
   */
  public boolean legal(Subject source, Subject target) {
    boolean itself = source.id().equals(target.id());
    return (itself || !red(PlaceRules.region(source, target)))
        && findings(source, target).noneMatch(Rules::red);
  }

  /**
   * One after the other and only as far as somebody wants to know: a form asks this of thousands of
   * targets, and most fall at the first rules.
   */
  private static Stream<Check> findings(Subject source, Subject target) {
    boolean itself = source.id().equals(target.id());
    return Stream.<Supplier<Stream<Check>>>of(
            () -> TypeRules.backedUp(source).stream(),
            () -> Stream.of(TypeRules.pair(source, target)),
            () -> TypeRules.conversion(target).stream(),
            () -> AvailabilityRules.target(target).stream(),
            () -> itself ? Stream.empty() : AvailabilityRules.source(source).stream(),
            () -> Stream.of(PlaceRules.dataverse(source, target)),
            () -> itself ? Stream.empty() : likeness(source, target),
            () -> FinOpsRules.kinds(source, target).stream(),
            () -> FinOpsRules.versions(source, target).stream(),
            () -> serviceWords(source, target),
            () -> Stream.of(ServiceRules.free(target)),
            () -> itself ? Stream.empty() : Stream.of(ServiceRules.free(source)),
            () -> ServiceRules.unreadable(target).stream(),
            () -> itself ? Stream.empty() : ServiceRules.unreadable(source).stream())
        .flatMap(Supplier::get);
  }

  private static Stream<Check> likeness(Subject source, Subject target) {
    return Stream.<BiFunction<Subject, Subject, Check>>of(
            PlaceRules::region, PlaceRules::managed, PlaceRules::customerKey, PlaceRules::network)
        .map(rule -> rule.apply(source, target));
  }

  private static Stream<Check> serviceWords(Subject source, Subject target) {
    return ServiceRules.silence(source, target)
        .map(Stream::of)
        .orElseGet(
            () ->
                Stream.of(
                    ServiceRules.restoreOnto(target, forbiddenTarget(target)),
                    ServiceRules.backupsOf(source, forbiddenSource(source))));
  }

  /** Whether our rules alone forbid the target, to be held against the service's word on it. */
  private static boolean forbiddenTarget(Subject target) {
    return anyRed(List.of(TypeRules.target(target), PlaceRules.dataverse(target)));
  }

  private static boolean forbiddenSource(Subject source) {
    return TypeRules.backedUp(source).isPresent() || anyRed(List.of(PlaceRules.dataverse(source)));
  }

  private static boolean anyRed(List<Check> checks) {
    return checks.stream().anyMatch(Rules::red);
  }

  private static boolean red(Check check) {
    return check.severity() == Severity.RED;
  }
}
