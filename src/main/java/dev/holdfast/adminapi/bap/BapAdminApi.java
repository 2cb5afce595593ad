package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.ManagementAppRegistration;
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
import dev.holdfast.adminapi.http.HttpErrorMapper;
import dev.holdfast.adminapi.http.HttpReply;
import dev.holdfast.adminapi.http.OperationLocationReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The admin API as {@code Restore-PowerAppEnvironment} and its kin call it. */
final class BapAdminApi implements AdminApi {

  private final AdminApiHttpClient http;
  private final BapRoutes routes;
  private final URI audience;
  private final AdminApiReads reads;
  private final FinOpsDetailsClient finOps;
  private final OperationLocationReader addresses;

  BapAdminApi(AdminApiReads reads, BapRoutes routes, FinOpsDetailsClient finOps) {
    this.http = reads.http();
    this.routes = routes;
    this.audience = reads.audience();
    this.reads = reads;
    this.finOps = finOps;
    this.addresses = new OperationLocationReader(http, routes.base());
  }

  private BapAdminApi(BapAdminApi from, CallGuard guard) {
    this.http = from.http.guardedBy(guard);
    this.routes = from.routes;
    this.audience = from.audience;
    this.reads = from.reads;
    this.finOps = from.finOps;
    this.addresses = from.addresses;
  }

  @Override
  public AdminApi guardedBy(CallGuard guard) {
    return new BapAdminApi(this, guard);
  }

  @Override
  public Optional<AdminApiFlavor> flavor() {
    return Optional.of(AdminApiFlavor.BAP);
  }

  @Override
  public Set<String> callerIds() {
    return http.callerIds(audience);
  }

  @Override
  public AdminApiCapabilities capabilities() {
    return new AdminApiCapabilities(false, false, true, true, true);
  }

  @Override
  public ServiceList<Environment> environments() {
    return reads.environments(routes.environments(), BapEnvironmentMapper::listed);
  }

  @Override
  public Environment environment(String environmentId) {
    return reads.environment(
        routes.environment(environmentId), environmentId, BapEnvironmentMapper::read);
  }

  @Override
  public Optional<FinOpsDeployment> finOpsDeployment(Environment environment) {
    return finOps.of(environment);
  }

  @Override
  public ServiceList<Backup> backups(String environmentId) {
    return reads.backups(routes.backups(environmentId), environmentId, BapBackupMapper::read);
  }

  @Override
  public OperationAccepted createBackup(BackupOrder order) {
    String id = order.environmentId();
    HttpCall call =
        HttpCall.order(routes.backups(id), "back up environment " + reads.names().of(id));
    return started(id, http.order(call, audience, BackupRequestWire.of(order)));
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
        HttpCall.order(routes.restoreTo(id), "restore onto environment " + reads.names().of(id));
    return started(
        id, http.order(call, audience, RestoreToWire.of(order, name(id, order.targetName()))));
  }

  @Override
  public OperationAccepted copy(CopyOrder order) {
    String id = order.targetId();
    HttpCall call =
        HttpCall.order(routes.copyTo(id), "copy onto environment " + reads.names().of(id));
    return started(
        id, http.order(call, audience, CopyToWire.of(order, name(id, order.targetName()))));
  }

  private String name(String environmentId, String wanted) {
    return wanted.isEmpty() ? presentName(environmentId) : wanted;
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
          "Power Platform didn't say the name of environment %s, which has to be sent."
              .formatted(environmentId),
          AdminApiException.Answer.NONE);
    }
    return target.displayName();
  }

  @Override
  public OperationAccepted setAdministrationMode(String environmentId, AdministrationMode mode) {
    String what =
        mode.isOn()
            ? "put environment %s into administration mode"
            : "take environment %s out of administration mode";
    HttpCall call =
        HttpCall.change(
            routes.change(environmentId), what.formatted(reads.names().of(environmentId)));
    return started(environmentId, http.order(call, audience, RuntimeStateWire.of(mode)));
  }

  @Override
  public OperationAccepted setBackupRetention(String environmentId, RetentionPeriod period) {
    HttpCall call =
        HttpCall.change(
            routes.change(environmentId),
            "change the backup retention of environment " + reads.names().of(environmentId));
    return started(environmentId, http.order(call, audience, RetentionWire.of(period)));
  }

  @Override
  public ValidationResult validate(RestoreOrder order) {
    throw new UnsupportedOperationException("This admin API checks a restore by starting it.");
  }

  @Override
  public ValidationResult validate(CopyOrder order) {
    throw new UnsupportedOperationException("This admin API checks a copy by starting it.");
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    throw new UnsupportedOperationException("This admin API names no candidates.");
  }

  /** From here on the order is taken: nothing that is odd in the answer may undo that. */
  private OperationAccepted started(String environmentId, HttpReply reply) {
    return new OperationAccepted(
        addresses
            .in(reply, List.of("Operation-Location", "Location"))
            .map(address -> new OperationLocator(environmentId, address)),
        reply.json().flatMap(BapBackupMapper::read),
        reply.retryAfter(),
        reply.correlationId());
  }

  @Override
  public PollResult poll(OperationLocator operation) {
    return reads.operation(operation, BapOperationMapper::read);
  }

  @Override
  public List<AdminOperation> operations(String environmentId) {
    return reads.operations(
        routes.operations(environmentId),
        environmentId,
        node -> BapOperationMapper.listed(node, environmentId, routes));
  }

  /** A service principal that is not registered is refused this question like any other. */
  @Override
  public Optional<ManagementAppRegistration> registration(String clientId) {
    HttpCall call =
        HttpCall.read(
            routes.registration(clientId),
            "tell whether application %s is registered".formatted(clientId));
    HttpReply reply = http.read(call, audience);
    if (!reply.successful()) {
      AdminApiException failure = HttpErrorMapper.answered(call, reply);
      if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.NOT_REGISTERED) {
        return Optional.of(new ManagementAppRegistration(clientId, false));
      }
      throw failure;
    }
    return reply
        .json()
        .map(json -> json.path("applicationId").asString(""))
        .filter(clientId::equalsIgnoreCase)
        .map(same -> Optional.of(new ManagementAppRegistration(clientId, true)))
        .orElseThrow(
            () -> HttpErrorMapper.garbled(call, reply, "it names another application or none"));
  }
}
