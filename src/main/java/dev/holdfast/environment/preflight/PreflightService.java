package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.FreshReads;
import dev.holdfast.environment.ParallelReads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Runs the rules on what the service says now, never on the catalog, and asks the service for its
 * own opinion. (Which other environment has a name is looked up in the catalog, and then read.)
 * Whatever decides, the review and the check just before the call, asks here.
 *
 * <p>Every method throws {@link AdminApiException} when an environment cannot be read: without the
 * facts there is no finding, good or bad.
 */
@Component
public class PreflightService {

  private final FreshReads reads;
  private final Rules rules;
  private final ServiceValidation opinion;
  private final TargetNameRule names;
  private final Clock clock;

  public PreflightService(
      FreshReads reads, Rules rules, ServiceValidation opinion, TargetNameRule names, Clock clock) {
    this.reads = reads;
    this.names = names;
    this.rules = rules;
    this.opinion = opinion;
    this.clock = clock;
  }

  /** Checks a restore for the person who wants it. */
  public RestorePreflight restore(RestoreOrder order) {
    return ParallelReads.both(
        () -> beforeTheCall(order),
        () -> opinion.candidates(order.sourceId()),
        (found, candidates) -> {
          List<Finding> checks = new ArrayList<>(reviewed(found));
          candidacy(found.source(), found.target(), candidates).ifPresent(checks::add);
          return found.with(checks);
        });
  }

  /**
   * Checks a restore whose call is to go out now. The service's list of targets is not read again:
   * it forbids nothing, and the service's own check says more.
   */
  public RestorePreflight beforeTheCall(RestoreOrder order) {
    return RestorePreflight.of(order, overwrite(new RestoreCheck(order, rules)));
  }

  /** Checks what is to overwrite an environment, as it would be ordered now. */
  public OverwritePreflight overwrite(OverwriteCheck order) {
    return ParallelReads.both(
        () -> readBoth(order.sourceId(), order.targetId(), Map::entry),
        reads::capacity,
        (read, capacity) -> check(order, read.getKey(), read.getValue(), capacity));
  }

  private OverwritePreflight check(
      OverwriteCheck order,
      EnvironmentProfile source,
      EnvironmentProfile target,
      FinOpsAnswer<TenantCapacity> capacity) {
    Instant readAt = clock.instant();
    OverwriteCheck.Situation situation = new OverwriteCheck.Situation(readAt, capacity);
    List<Finding> checks = new ArrayList<>(order.findings(source, target, situation));
    names.taken(order.targetName(), target).ifPresent(checks::add);
    SecurityGroupRules.securityGroup(target, order.securityGroupId(), order.noun())
        .ifPresent(checks::add);
    Optional<TemporaryBlocker> busy = ServiceAvailabilityRules.busy(source, target);
    ServiceValidation.OwnCheck own =
        opinion.check(order, busy.isPresent(), Finding.worst(checks) == Severity.RED);
    if (own.passed()) {
      ServiceAvailabilityRules.silence(source, target, order.noun())
          .ifPresent(checks::remove); // it has spoken after all
    }
    checks.addAll(own.checks());
    return new OverwritePreflight(source, target, told(checks), busy.or(own::obstacle), readAt);
  }

  /**
   * What was found, for the person who reviews it: a warning that the source is older also says to
   * which versions the service offers to update that. No call waits for this.
   */
  public List<Finding> reviewed(PreflightResult found) {
    return withOffers(found.checks(), found.read().get(0));
  }

  private List<Finding> withOffers(List<Finding> checks, EnvironmentProfile source) {
    return checks.stream()
        .map(
            check ->
                FinOpsRules.isOlder(check)
                    ? FinOpsRules.offered(check, source, reads.versionsOffered(source.id()))
                    : check)
        .toList();
  }

  /** Checks a manual backup. */
  public BackupPreflight backup(String sourceId) {
    EnvironmentProfile source = read(sourceId);
    Instant readAt = clock.instant();
    return new BackupPreflight(
        source, told(rules.backup(source, readAt)), ServiceAvailabilityRules.busy(source), readAt);
  }

  /** The rules that hold whatever the type of operation. */
  public PreflightRules commonRules() {
    return rules.common();
  }

  /** From when on the service restores a backup of an instant (rule R5). */
  public Instant usableAt(Instant point) {
    return rules.window().usableAt(point);
  }

  /** Checks a source and a target together, whatever the instant. */
  public List<Finding> pair(EnvironmentProfile source, EnvironmentProfile target) {
    return pair(source, target, opinion.candidates(source.id()));
  }

  private List<Finding> pair(
      EnvironmentProfile source, EnvironmentProfile target, RestoreCandidateList candidates) {
    List<Finding> checks = new ArrayList<>(rules.pair(source, target));
    candidacy(source, target, candidates).ifPresent(checks::add);
    return told(checks);
  }

  /** Checks what can be said of a target whatever the source. */
  public List<Finding> asTarget(EnvironmentProfile target) {
    return told(rules.asTarget(target));
  }

  /**
   * With who told what a finding rests on: the admin API that describes environments, where nobody
   * else is named. What the service's own check says has its source in its name.
   */
  private List<Finding> told(List<Finding> checks) {
    Optional<Finding.Teller> teller = reads.describedBy().map(Finding.Teller::of);
    return checks.stream()
        .map(
            check ->
                ServiceValidation.gave(check) ? check : teller.map(check::toldBy).orElse(check))
        .toList();
  }

  /**
   * A source and a target as they are now, and what is to say of them together.
   *
   * @param checks as {@link #pair}
   */
  public record Pair(EnvironmentProfile source, EnvironmentProfile target, List<Finding> checks) {}

  /** Reads a source and a target afresh and checks them together. */
  public Pair pair(String sourceId, String targetId) {
    return ParallelReads.both(
        () -> readBoth(sourceId, targetId, Map::entry),
        () -> opinion.candidates(sourceId),
        (read, candidates) ->
            new Pair(
                read.getKey(),
                read.getValue(),
                withOffers(pair(read.getKey(), read.getValue(), candidates), read.getKey())));
  }

  private <R> R readBoth(
      String sourceId,
      String targetId,
      BiFunction<EnvironmentProfile, EnvironmentProfile, R> result) {
    if (sourceId.equals(targetId)) {
      EnvironmentProfile both = read(sourceId);
      return result.apply(both, both);
    }
    return ParallelReads.both(() -> read(sourceId), () -> read(targetId), result);
  }

  /** One environment as the service describes it now. */
  public EnvironmentProfile read(String environmentId) {
    return reads.environment(environmentId);
  }

  /** The same with its operations, whatever state it says to be in. */
  public EnvironmentProfile readWithOperations(String environmentId) {
    return reads.withOperations(environmentId);
  }

  /** What the admin API in use can do. */
  public AdminApiCapabilities capabilities() {
    return reads.capabilities();
  }

  private Optional<Finding> candidacy(
      EnvironmentProfile source, EnvironmentProfile target, RestoreCandidateList candidates) {
    return candidates.check(source, target, rules.pair(source, target));
  }
}
