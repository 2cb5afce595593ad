package dev.holdfast.adminapi.finops.client;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.dataverse.FinOpsDetailsClient;
import dev.holdfast.adminapi.dataverse.OperationHistoryClient;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.OptionalReads;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Asks the Power Platform API, where it's used, and the environment's own Dataverse.
 *
 * @param service empty where the Power Platform API isn't used
 */
record FinOpsClient(
    Optional<Service> service, FinOpsDetailsClient dataverse, OperationHistoryClient histories)
    implements FinOpsApi {

  /** How the Power Platform API is asked. */
  private record Service(OptionalReads reads, FinOpsRoutes routes) {}

  /**
   * @param base scheme, host, and port of the Power Platform API
   * @param audience the resource that its tokens are asked for
   * @param dataverse for the Dataverse of single environments
   */
  static FinOpsApi over(
      AdminApiHttpClient http, URI base, URI audience, AdminApiHttpClient dataverse) {
    Service service = new Service(new OptionalReads(http, audience), new FinOpsRoutes(base));
    return over(Optional.of(service), dataverse);
  }

  /** Asks Dataverse only. */
  static FinOpsApi over(AdminApiHttpClient dataverse) {
    return over(Optional.empty(), dataverse);
  }

  private static FinOpsApi over(Optional<Service> service, AdminApiHttpClient dataverse) {
    return new FinOpsClient(
        service, new FinOpsDetailsClient(dataverse), new OperationHistoryClient(dataverse));
  }

  @Override
  public FinOpsAnswer<FinOpsProperties> properties(String environmentId) {
    return ask(
        routes -> routes.properties(environmentId),
        "tell the properties of finance and operations in environment " + environmentId,
        FinOpsMapper::properties);
  }

  @Override
  public FinOpsAnswer<List<FinOpsError>> errorsSince(String environmentId, Instant since) {
    return ask(
        routes -> routes.errors(environmentId),
        "list the errors of finance and operations in environment " + environmentId,
        json -> FinOpsMapper.errors(json, since));
  }

  @Override
  public FinOpsAnswer<FinOpsMaintenance> maintenance(String environmentId) {
    return ask(
        routes -> routes.maintenance(environmentId),
        "tell the maintenance window of finance and operations in environment " + environmentId,
        FinOpsMapper::maintenance);
  }

  @Override
  public FinOpsAnswer<List<FinOpsVersion>> versions(String environmentId) {
    return ask(
        routes -> routes.versions(environmentId),
        "list the versions of finance and operations for environment " + environmentId,
        FinOpsMapper::versions);
  }

  @Override
  public FinOpsAnswer<FinOpsEnvironmentState> state(Environment environment) {
    return dataverse.state(environment);
  }

  @Override
  public FinOpsAnswer<List<FinOpsHistoryEntry>> historySince(
      Environment environment, Instant since) {
    return histories.since(environment, since);
  }

  private <T> FinOpsAnswer<T> ask(
      Function<FinOpsRoutes, URI> address, String what, Function<JsonNode, Optional<T>> reader) {
    return service
        .map(
            asked -> {
              Supplier<HttpCall> call = () -> HttpCall.read(address.apply(asked.routes()), what);
              return asked.reads().ask(call, reader);
            })
        .orElseGet(() -> OptionalReads.none(Reason.NOT_ASKED, OptionalReads.NOT_USED));
  }
}
