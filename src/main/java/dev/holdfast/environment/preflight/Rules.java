package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
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
  public List<Finding> restore(
      EnvironmentProfile source, EnvironmentProfile target, Instant point, Instant now) {
    List<Finding> checks = new ArrayList<>(pair(source, target));
    checks.addAll(RestorePointRules.point(source, point, now, window));
    checks.add(CapacityRules.room(source, target));
    checks.add(CapacityRules.loss(source, target, point));
    return List.copyOf(checks);
  }

  /** Checks a manual backup. */
  public List<Finding> backup(EnvironmentProfile source, Instant now) {
    List<Finding> checks = new ArrayList<>();
    checks.add(EnvironmentTypeRules.manualBackup(source));
    AvailabilityRules.source(source).ifPresent(checks::add);
    checks.add(ConfigurationMatchRules.dataverse(source));
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
    checks.add(ConfigurationMatchRules.dataverse(target));
    FinOpsRules.target(target).ifPresent(checks::add);
    checks.add(ServiceAvailabilityRules.restoreOnto(target, forbiddenTarget(target)));
    checks.add(ServiceAvailabilityRules.free(target));
    ServiceAvailabilityRules.unreadable(target).ifPresent(checks::add);
    return List.copyOf(checks);
  }

  /**
   * Checks a source and a target together, whatever the instant: for {@code why} and for the
   * targets that a form offers.
   */
  public List<Finding> pair(EnvironmentProfile source, EnvironmentProfile target) {
    return findings(source, target).toList();
  }

  /**
   * Whether the target may be offered for the source: nothing about the pair is red. The region
   * comes first here, because it rules out most.
   */
  public boolean legal(EnvironmentProfile source, EnvironmentProfile target) {
    boolean itself = source.id().equals(target.id());
    return (itself || !red(ConfigurationMatchRules.region(source, target)))
        && findings(source, target).noneMatch(Rules::red);
  }

  /**
   * One after the other and only as far as somebody wants to know: a form asks this of thousands of
   * targets, and most fall at the first rules.
   */
  private static Stream<Finding> findings(EnvironmentProfile source, EnvironmentProfile target) {
    boolean itself = source.id().equals(target.id());
    return Stream.<Supplier<Stream<Finding>>>of(
            () -> EnvironmentTypeRules.backedUp(source).stream(),
            () -> Stream.of(EnvironmentTypeRules.pair(source, target)),
            () -> EnvironmentTypeRules.conversion(target).stream(),
            () -> AvailabilityRules.target(target).stream(),
            () -> itself ? Stream.empty() : AvailabilityRules.source(source).stream(),
            () -> Stream.of(ConfigurationMatchRules.dataverse(source, target)),
            () -> itself ? Stream.empty() : likeness(source, target),
            () -> FinOpsRules.kinds(source, target).stream(),
            () -> FinOpsRules.versions(source, target).stream(),
            () -> serviceWords(source, target),
            () -> Stream.of(ServiceAvailabilityRules.free(target)),
            () -> itself ? Stream.empty() : Stream.of(ServiceAvailabilityRules.free(source)),
            () -> ServiceAvailabilityRules.unreadable(target).stream(),
            () -> itself ? Stream.empty() : ServiceAvailabilityRules.unreadable(source).stream())
        .flatMap(Supplier::get);
  }

  private static Stream<Finding> likeness(EnvironmentProfile source, EnvironmentProfile target) {
    return Stream.<BiFunction<EnvironmentProfile, EnvironmentProfile, Finding>>of(
            ConfigurationMatchRules::region,
            ConfigurationMatchRules::managed,
            ConfigurationMatchRules::customerKey,
            ConfigurationMatchRules::network)
        .map(rule -> rule.apply(source, target));
  }

  private static Stream<Finding> serviceWords(
      EnvironmentProfile source, EnvironmentProfile target) {
    return ServiceAvailabilityRules.silence(source, target)
        .map(Stream::of)
        .orElseGet(
            () ->
                Stream.of(
                    ServiceAvailabilityRules.restoreOnto(target, forbiddenTarget(target)),
                    ServiceAvailabilityRules.backupsOf(source, forbiddenSource(source))));
  }

  /** Whether our rules alone forbid the target, to be held against the service's word on it. */
  private static boolean forbiddenTarget(EnvironmentProfile target) {
    return anyRed(
        List.of(EnvironmentTypeRules.target(target), ConfigurationMatchRules.dataverse(target)));
  }

  private static boolean forbiddenSource(EnvironmentProfile source) {
    return EnvironmentTypeRules.backedUp(source).isPresent()
        || anyRed(List.of(ConfigurationMatchRules.dataverse(source)));
  }

  private static boolean anyRed(List<Finding> checks) {
    return checks.stream().anyMatch(Rules::red);
  }

  private static boolean red(Finding check) {
    return check.severity() == Severity.RED;
  }
}
