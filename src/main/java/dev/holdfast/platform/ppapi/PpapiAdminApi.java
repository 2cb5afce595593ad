package dev.holdfast.platform.ppapi;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Backup;
import dev.holdfast.platform.BackupOrder;
import dev.holdfast.platform.Capabilities;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsDeployment;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.Poll;
import dev.holdfast.platform.RestoreCandidate;
import dev.holdfast.platform.RestoreOrder;
import dev.holdfast.platform.ServiceList;
import dev.holdfast.platform.Started;
import dev.holdfast.platform.Validation;
import dev.holdfast.platform.dataverse.FinOpsDetails;
import dev.holdfast.platform.http.AdminHttp;
import dev.holdfast.platform.http.Call;
import dev.holdfast.platform.http.Reads;
import dev.holdfast.platform.http.Reply;
import dev.holdfast.platform.http.Wire;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The admin API as the documented Power Platform API, version 2024-10-01. */
final class PpapiAdminApi implements AdminApi {

  private final AdminHttp http;
  private final PpapiRoutes routes;
  private final URI audience;
  private final Reads reads;
  private final FinOpsDetails finOps;
  private final OperationAddress address;
  private final boolean dryRun;

  PpapiAdminApi(
      AdminHttp http, PpapiRoutes routes, URI audience, FinOpsDetails finOps, boolean dryRun) {
    this.http = http;
    this.routes = routes;
    this.audience = audience;
    this.reads = new Reads(http, audience);
    this.finOps = finOps;
    this.dryRun = dryRun;
    this.address = OperationAddress.of(http, routes);
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(dryRun, true, false, false);
  }

  @Override
  public ServiceList<Environment> environments() {
    return reads.environments(routes.environments(), EnvironmentReader::read);
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
    return started(id, http.order(call, audience, new BackupRequestWire(order.label())));
  }

  @Override
  public Started restore(RestoreOrder order) {
    String id = order.targetId();
    Call call = Call.order(routes.restore(id), "restore onto environment " + reads.names().of(id));
    Reply reply = http.order(call, audience, RestoreWire.of(order));
    Started started = started(id, reply);
    if (started.operation().isEmpty()) {
      RestoreCheck.refuseIfNothingWasDone(call, reply);
    }
    return started;
  }

  @Override
  public Validation validate(RestoreOrder order) {
    if (!dryRun) {
      throw new UnsupportedOperationException("holdfast.platform.dry-run is off.");
    }
    String id = order.targetId();
    Call call =
        Call.question(
            routes.restoreCheck(id), "check a restore onto environment " + reads.names().of(id));
    return RestoreCheck.read(call, http.once(call, audience, RestoreWire.of(order)));
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    return reads.list(
        routes.restoreCandidates(sourceId),
        "name the environments that %s can be restored onto".formatted(reads.names().of(sourceId)),
        PpapiAdminApi::candidate);
  }

  private static Optional<RestoreCandidate> candidate(JsonNode node) {
    return Wire.text(node, "environmentId")
        .map(id -> new RestoreCandidate(id, Wire.text(node, "displayName").orElse(id)));
  }

  @Override
  public Started leaveAdministrationMode(String environmentId) {
    throw new UnsupportedOperationException(
        "The Power Platform API documents no way to leave administration mode.");
  }

  /** From here on the order is taken: nothing that is odd in the answer may undo that. */
  private Started started(String environmentId, Reply reply) {
    return new Started(
        address.in(reply, environmentId).map(url -> new OperationRef(environmentId, url)),
        reply.json().flatMap(BackupReader::read),
        reply.retryAfter(),
        reply.correlationId());
  }

  @Override
  public Poll poll(OperationRef operation) {
    return reads.operation(operation, OperationReader::read);
  }

  /**
   * Without those that were only a check and are over: one of ours would otherwise be taken for the
   * order that came after it.
   */
  @Override
  public List<Operation> operations(String environmentId) {
    return reads
        .operations(
            routes.operations(environmentId),
            environmentId,
            node -> OperationReader.listed(node, environmentId, routes))
        .stream()
        .filter(operation -> !StatusWords.onlyChecked(operation))
        .toList();
  }
}
