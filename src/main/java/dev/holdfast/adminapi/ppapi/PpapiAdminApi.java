package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.adminapi.dataverse.FinOpsDetailsClient;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.AdminApiReads;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.HttpReply;
import dev.holdfast.adminapi.http.JsonFields;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The admin API as the documented Power Platform API, version 2024-10-01. */
final class PpapiAdminApi implements AdminApi {

  private final AdminApiHttpClient http;
  private final PpapiRoutes routes;
  private final URI audience;
  private final AdminApiReads reads;
  private final FinOpsDetailsClient finOps;
  private final PpapiOperationLocation address;
  private final boolean dryRun;

  PpapiAdminApi(
      AdminApiReads reads, PpapiRoutes routes, FinOpsDetailsClient finOps, boolean dryRun) {
    this.http = reads.http();
    this.routes = routes;
    this.audience = reads.audience();
    this.reads = reads;
    this.finOps = finOps;
    this.dryRun = dryRun;
    this.address = PpapiOperationLocation.of(http, routes);
  }

  private PpapiAdminApi(PpapiAdminApi from, CallGuard guard) {
    this.http = from.http.guardedBy(guard);
    this.routes = from.routes;
    this.audience = from.audience;
    this.reads = from.reads;
    this.finOps = from.finOps;
    this.dryRun = from.dryRun;
    this.address = from.address;
  }

  @Override
  public AdminApi guardedBy(CallGuard guard) {
    return new PpapiAdminApi(this, guard);
  }

  @Override
  public Optional<AdminApiFlavor> flavor() {
    return Optional.of(AdminApiFlavor.PPAPI);
  }

  @Override
  public Set<String> callerIds() {
    return http.callerIds(audience);
  }

  @Override
  public AdminApiCapabilities capabilities() {
    return new AdminApiCapabilities(dryRun, true, false, false, false);
  }

  @Override
  public ServiceList<Environment> environments() {
    return reads.environments(routes.environments(), PpapiEnvironmentMapper::read);
  }

  @Override
  public Environment environment(String environmentId) {
    return reads.environment(
        routes.environment(environmentId), environmentId, PpapiEnvironmentMapper::read);
  }

  @Override
  public Optional<FinOpsDeployment> finOpsDeployment(Environment environment) {
    return finOps.of(environment);
  }

  @Override
  public ServiceList<Backup> backups(String environmentId) {
    return reads.backups(routes.backups(environmentId), environmentId, PpapiBackupMapper::read);
  }

  @Override
  public OperationAccepted createBackup(BackupOrder order) {
    String id = order.environmentId();
    HttpCall call =
        HttpCall.order(routes.backups(id), "back up environment " + reads.names().of(id));
    return started(id, http.order(call, audience, new BackupRequestWire(order.label())));
  }

  @Override
  public OperationAccepted deleteBackup(String environmentId, String backupId) {
    HttpCall call =
        HttpCall.deletion(
            routes.backup(environmentId, backupId),
            "delete a backup of environment " + reads.names().of(environmentId));
    return started(environmentId, http.order(call, audience));
  }

  @Override
  public OperationAccepted restore(RestoreOrder order) {
    String id = order.targetId();
    HttpCall call =
        HttpCall.order(routes.restore(id), "restore onto environment " + reads.names().of(id));
    return overwritten(id, call, http.order(call, audience, RestoreWire.of(order)));
  }

  @Override
  public OperationAccepted copy(CopyOrder order) {
    String id = order.targetId();
    HttpCall call =
        HttpCall.order(routes.copy(id), "copy onto environment " + reads.names().of(id));
    return overwritten(id, call, http.order(call, audience, CopyWire.of(order)));
  }

  private OperationAccepted overwritten(String targetId, HttpCall call, HttpReply reply) {
    OperationAccepted started = started(targetId, reply);
    if (started.operation().isEmpty()) {
      PpapiOrderValidation.refuseIfNothingWasDone(call, reply);
    }
    return started;
  }

  @Override
  public ValidationResult validate(RestoreOrder order) {
    String id = order.targetId();
    HttpCall call =
        HttpCall.question(
            routes.restoreCheck(id), "check a restore onto environment " + reads.names().of(id));
    return checked(id, call, RestoreWire.of(order));
  }

  @Override
  public ValidationResult validate(CopyOrder order) {
    String id = order.targetId();
    HttpCall call =
        HttpCall.question(
            routes.copyCheck(id), "check a copy onto environment " + reads.names().of(id));
    return checked(id, call, CopyWire.of(order));
  }

  private ValidationResult checked(String targetId, HttpCall call, Object body) {
    if (!dryRun) {
      throw new UnsupportedOperationException("holdfast.admin-api.dry-run is off.");
    }
    HttpReply reply = http.once(call, audience, body);
    return PpapiOrderValidation.read(
        call, reply, address.in(reply, targetId).map(url -> new OperationLocator(targetId, url)));
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    return reads.list(
        routes.restoreCandidates(sourceId),
        "name the environments that %s can be restored onto".formatted(reads.names().of(sourceId)),
        PpapiAdminApi::candidate);
  }

  private static Optional<RestoreCandidate> candidate(JsonNode node) {
    return JsonFields.text(node, "environmentId")
        .map(id -> new RestoreCandidate(id, JsonFields.text(node, "displayName").orElse(id)));
  }

  @Override
  public OperationAccepted setAdministrationMode(String environmentId, AdministrationMode mode) {
    throw new UnsupportedOperationException(
        "The Power Platform API documents no way to change administration mode.");
  }

  @Override
  public OperationAccepted setBackupRetention(String environmentId, RetentionPeriod period) {
    throw new UnsupportedOperationException(
        "The Power Platform API documents no way to change the backup retention.");
  }

  /** From here on the order is taken: nothing that is odd in the answer may undo that. */
  private OperationAccepted started(String environmentId, HttpReply reply) {
    return new OperationAccepted(
        address.in(reply, environmentId).map(url -> new OperationLocator(environmentId, url)),
        reply.json().flatMap(PpapiBackupMapper::read),
        reply.retryAfter(),
        reply.correlationId());
  }

  @Override
  public PollResult poll(OperationLocator operation) {
    return reads.operation(operation, PpapiOperationMapper::read);
  }

  /**
   * Without those that were only a check and are over: one of ours would otherwise be taken for the
   * order that came after it.
   */
  @Override
  public List<AdminOperation> operations(String environmentId) {
    return reads
        .operations(
            routes.operations(environmentId),
            environmentId,
            node -> PpapiOperationMapper.listed(node, environmentId, routes))
        .stream()
        .filter(operation -> !PpapiStatusVocabulary.onlyChecked(operation))
        .toList();
  }
}
