package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.ParallelReads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger log = LoggerFactory.getLogger(PreflightService.class);

  private final AdminApi api;
  private final Rules rules;
  private final ServiceValidation opinion;
  private final TargetNameRule names;
  private final Clock clock;

  public PreflightService(
      AdminApi api, Rules rules, ServiceValidation opinion, TargetNameRule names, Clock clock) {
    this.api = api;
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
          List<Finding> checks = new ArrayList<>(found.checks());
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
    return readBoth(
        order.sourceId(), order.targetId(), (source, target) -> check(order, source, target));
  }

  private OverwritePreflight check(
      OverwriteCheck order, EnvironmentProfile source, EnvironmentProfile target) {
    Instant readAt = clock.instant();
    List<Finding> checks = new ArrayList<>(order.findings(source, target, readAt));
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
    return new OverwritePreflight(source, target, checks, busy.or(own::obstacle), readAt);
  }

  /** Checks a manual backup. */
  public BackupPreflight backup(String sourceId) {
    EnvironmentProfile source = read(sourceId);
    Instant readAt = clock.instant();
    return new BackupPreflight(
        source, rules.backup(source, readAt), ServiceAvailabilityRules.busy(source), readAt);
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
    return List.copyOf(checks);
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
                read.getKey(), read.getValue(), pair(read.getKey(), read.getValue(), candidates)));
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
    Environment environment = api.environment(environmentId);
    return ParallelReads.both(
        () -> deployment(environment),
        () -> operationsUnlessReady(environment),
        (deployment, operations) -> EnvironmentProfile.of(environment, deployment, operations));
  }

  /** The same with its operations, whatever state it says to be in. */
  public EnvironmentProfile readWithOperations(String environmentId) {
    return EnvironmentProfile.of(
        api.environment(environmentId),
        Optional.empty(),
        Optional.of(api.operations(environmentId)));
  }

  /** What the admin API in use can do. */
  public AdminApiCapabilities capabilities() {
    return api.capabilities();
  }

  private Optional<FinOpsDeployment> deployment(Environment environment) {
    return environment.finOps() instanceof FinOpsLink.Unified
        ? api.finOpsDeployment(environment)
        : Optional.empty();
  }

  /**
   * What runs on an environment that does not call itself ready. The service refuses an order for
   * one that is busy anyway, so this answer may be missing.
   */
  private Optional<List<AdminOperation>> operationsUnlessReady(Environment environment) {
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

  private Optional<Finding> candidacy(
      EnvironmentProfile source, EnvironmentProfile target, RestoreCandidateList candidates) {
    return candidates.check(source, target, rules.pair(source, target));
  }
}
