package dev.holdfast.environment;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.capacity.TenantCapacityApi;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the services say now, each asked for what it knows best. */
@Component
public class FreshReads {

  private static final Logger log = LoggerFactory.getLogger(FreshReads.class);

  private final AdminApi api;
  private final FinOpsApi finOps;
  private final TenantCapacityApi capacity;
  private final Clock clock;

  public FreshReads(AdminApi api, FinOpsApi finOps, TenantCapacityApi capacity, Clock clock) {
    this.api = api;
    this.finOps = finOps;
    this.capacity = capacity;
    this.clock = clock;
  }

  /** What the admin API in use can do. */
  public AdminApiCapabilities capabilities() {
    return api.capabilities();
  }

  /** The admin API that describes environments; empty where it's neither of the two. */
  public Optional<AdminApiFlavor> describedBy() {
    return api.flavor();
  }

  /**
   * One environment as the service describes it now.
   *
   * @throws AdminApiException when it can't be read
   */
  public EnvironmentProfile environment(String environmentId) {
    Environment environment = api.environment(environmentId);
    return ParallelReads.both(
        () -> apps(environment),
        () -> operationsUnlessReady(environment),
        (apps, operations) ->
            EnvironmentProfile.of(environment, apps.deployment(), operations).with(apps.facts()));
  }

  /** The same with its operations, whatever state it says to be in. */
  public EnvironmentProfile withOperations(String environmentId) {
    return EnvironmentProfile.of(
        api.environment(environmentId),
        Optional.empty(),
        Optional.of(api.operations(environmentId)));
  }

  /**
   * All environments.
   *
   * @throws AdminApiException when they can't be read
   */
  ServiceList<Environment> environments() {
    return api.environments();
  }

  /** How the finance and operations apps are deployed; empty when nobody says. */
  Optional<FinOpsDeployment> deployment(Environment environment) {
    return FinOpsOrder.isAsked(environment)
        ? FinOpsOrder.deployment(finOps.properties(environment.id()), () -> dataverse(environment))
        : Optional.empty();
  }

  /** The storage of the tenant. */
  public FinOpsAnswer<TenantCapacity> capacity() {
    return capacity.read();
  }

  /** The versions that the service offers to update an environment's apps to. */
  public FinOpsAnswer<List<FinOpsVersion>> versionsOffered(String environmentId) {
    return finOps.versions(environmentId);
  }

  private record Apps(Optional<FinOpsDeployment> deployment, FinOpsFacts facts) {}

  private Apps apps(Environment environment) {
    if (!FinOpsOrder.isAsked(environment)) {
      return new Apps(Optional.empty(), FinOpsFacts.NOT_READ);
    }
    FinOpsFacts facts =
        ParallelReads.both(
            () -> finOps.properties(environment.id()),
            () ->
                environment.finOps() instanceof FinOpsLink.LcsLinked
                    ? FinOpsFacts.<FinOpsMaintenance>notAsked()
                    : finOps.maintenance(environment.id()),
            (properties, maintenance) -> new FinOpsFacts(properties, maintenance, clock.instant()));
    return new Apps(
        FinOpsOrder.deployment(facts.properties(), () -> dataverse(environment)), facts);
  }

  /** Only unified apps have the function in their Dataverse. */
  private Optional<FinOpsDeployment> dataverse(Environment environment) {
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
}
