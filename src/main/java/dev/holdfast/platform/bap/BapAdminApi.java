package dev.holdfast.platform.bap;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.AdminApiException.Kind;
import dev.holdfast.platform.Backup;
import dev.holdfast.platform.BackupOrder;
import dev.holdfast.platform.Capabilities;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsDeployment;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.Poll;
import dev.holdfast.platform.Registration;
import dev.holdfast.platform.RestoreCandidate;
import dev.holdfast.platform.RestoreOrder;
import dev.holdfast.platform.ServiceList;
import dev.holdfast.platform.Started;
import dev.holdfast.platform.Validation;
import dev.holdfast.platform.dataverse.FinOpsDetails;
import dev.holdfast.platform.http.Addresses;
import dev.holdfast.platform.http.AdminHttp;
import dev.holdfast.platform.http.Call;
import dev.holdfast.platform.http.Failures;
import dev.holdfast.platform.http.Reads;
import dev.holdfast.platform.http.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The admin API as {@code Restore-PowerAppEnvironment} and its kin call it. */
final class BapAdminApi implements AdminApi {

  private final AdminHttp http;
  private final BapRoutes routes;
  private final URI audience;
  private final Reads reads;
  private final FinOpsDetails finOps;
  private final Addresses addresses;

  BapAdminApi(AdminHttp http, BapRoutes routes, URI audience, FinOpsDetails finOps) {
    this.http = http;
    this.routes = routes;
    this.audience = audience;
    this.reads = new Reads(http, audience);
    this.finOps = finOps;
    this.addresses = new Addresses(http, routes.base());
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, false, true, true);
  }

  @Override
  public ServiceList<Environment> environments() {
    return reads.environments(routes.environments(), EnvironmentReader::listed);
  }

  @Override
  public Environment environment(String environmentId) {
    return reads.environment(
        routes.environment(environmentId), environmentId, EnvironmentReader::read);
  }

  @Override
  public Optional<FinOpsDeployment> finOpsDeployment(Environment environment) {
    return finOps.of(environment);
  }

  @Override
  public ServiceList<Backup> backups(String environmentId) {
    return reads.backups(routes.backups(environmentId), environmentId, BackupReader::read);
  }

  @Override
  public Started createBackup(BackupOrder order) {
    String id = order.environmentId();
    Call call = Call.order(routes.backups(id), "back up environment " + reads.names().of(id));
    return started(id, http.order(call, audience, BackupRequestWire.of(order)));
  }

  @Override
  public Started restore(RestoreOrder order) {
    String id = order.targetId();
    Call call =
        Call.order(routes.restoreTo(id), "restore onto environment " + reads.names().of(id));
    String name = order.targetName().isEmpty() ? presentName(id) : order.targetName();
    return started(id, http.order(call, audience, RestoreToWire.of(order, name)));
  }

  /**
   * The name that the target has now: one that was read earlier could undo a renaming.
   *
   * @throws AdminApiException that says that nothing was ordered
   */
  private String presentName(String environmentId) {
    Environment target;
    try {
      target = environment(environmentId);
    } catch (AdminApiException e) {
      throw e.refused() ? e : new AdminApiException(Kind.UNREACHABLE, e.getMessage(), e.answer());
    }
    if (target.displayName().isBlank() || target.displayName().equals(target.id())) {
      throw new AdminApiException(
          Kind.UNREACHABLE,
          "Power Platform didn't say the name of environment %s, and a restore has to send it."
              .formatted(environmentId),
          AdminApiException.Answer.NONE);
    }
    return target.displayName();
  }

  @Override
  public Started leaveAdministrationMode(String environmentId) {
    Call call =
        Call.change(
            routes.runtimeState(environmentId),
            "take environment %s out of administration mode"
                .formatted(reads.names().of(environmentId)));
    return started(environmentId, http.order(call, audience, RuntimeStateWire.ENABLED));
  }

  @Override
  public Validation validate(RestoreOrder order) {
    throw new UnsupportedOperationException("This admin API checks a restore by starting it.");
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    throw new UnsupportedOperationException("This admin API names no candidates.");
  }

  /** From here on the order is taken: nothing that is odd in the answer may undo that. */
  private Started started(String environmentId, Reply reply) {
    return new Started(
        addresses
            .in(reply, List.of("Operation-Location", "Location"))
            .map(address -> new OperationRef(environmentId, address)),
        reply.json().flatMap(BackupReader::read),
        reply.retryAfter(),
        reply.correlationId());
  }

  @Override
  public Poll poll(OperationRef operation) {
    return reads.operation(operation, OperationReader::read);
  }

  @Override
  public List<Operation> operations(String environmentId) {
    return reads.operations(
        routes.operations(environmentId),
        environmentId,
        node -> OperationReader.listed(node, environmentId, routes));
  }

  /** A service principal that is not registered is refused this question like any other. */
  @Override
  public Optional<Registration> registration(String clientId) {
    Call call =
        Call.read(
            routes.registration(clientId),
            "tell whether application %s is registered".formatted(clientId));
    Reply reply = http.read(call, audience);
    if (!reply.successful()) {
      AdminApiException failure = Failures.answered(call, reply);
      if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.NOT_REGISTERED) {
        return Optional.of(new Registration(clientId, false));
      }
      throw failure;
    }
    return reply
        .json()
        .map(json -> json.path("applicationId").asString(""))
        .filter(clientId::equalsIgnoreCase)
        .map(same -> Optional.of(new Registration(clientId, true)))
        .orElseThrow(() -> Failures.garbled(call, reply, "it names another application or none"));
  }
}
