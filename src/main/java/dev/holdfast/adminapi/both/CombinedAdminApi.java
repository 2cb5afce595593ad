package dev.holdfast.adminapi.both;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Both admin APIs: each question goes to the one that answers it best ({@link Question}), and to
 * the other where that one refuses this caller.
 *
 * <p>An order never goes to the other after it was sent. Where it goes is chosen before, by a read
 * ({@link #route}), and kept with the request: the operations that each lists are compared with
 * those that the same one listed before.
 */
final class CombinedAdminApi implements AdminApi {

  /** What was ordered before that was kept went through the default of that time. */
  private static final AdminApiFlavor ONCE_THE_DEFAULT = AdminApiFlavor.BAP;

  private final AdminApi bap;
  private final AdminApi ppapi;
  private final AnswerHistory history;
  private final Optional<AdminApiFlavor> pinned;

  CombinedAdminApi(AdminApi bap, AdminApi ppapi, AnswerHistory history) {
    this(bap, ppapi, history, Optional.empty());
  }

  private CombinedAdminApi(
      AdminApi bap, AdminApi ppapi, AnswerHistory history, Optional<AdminApiFlavor> pinned) {
    this.bap = bap;
    this.ppapi = ppapi;
    this.history = history;
    this.pinned = pinned;
  }

  @Override
  public AdminApi part(AdminApiFlavor flavor) {
    return flavor == AdminApiFlavor.BAP ? bap : ppapi;
  }

  @Override
  public AdminApi through(Optional<AdminApiFlavor> flavor) {
    return new CombinedAdminApi(
        bap, ppapi, history, flavor.or(() -> Optional.of(ONCE_THE_DEFAULT)));
  }

  @Override
  public AdminApi guardedBy(CallGuard guard) {
    return new CombinedAdminApi(bap.guardedBy(guard), ppapi.guardedBy(guard), history, pinned);
  }

  @Override
  public Route route(Order order, String environmentId) {
    Question question = Question.of(order);
    AdminApiFlavor first =
        question.answeredByBoth() && history.refusedLately(question.preferred())
            ? other(question.preferred())
            : question.preferred();
    try {
      return new Route(Optional.of(first), part(first).operations(environmentId));
    } catch (AdminApiException e) {
      if (!question.answeredByBoth() || !AnswerHistory.isRefusal(e)) {
        throw e;
      }
      AdminApiFlavor second = other(first);
      return new Route(
          Optional.of(second), askOther(e, () -> part(second).operations(environmentId)));
    }
  }

  @Override
  public Set<String> callerIds() {
    return Stream.of(bap, ppapi)
        .flatMap(api -> api.callerIds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public AdminApiCapabilities capabilities() {
    return new AdminApiCapabilities(
        ppapi.capabilities().dryRun(),
        ppapi.capabilities().candidates(),
        bap.capabilities().backupNotes(),
        bap.capabilities().administrationMode(),
        bap.capabilities().retention());
  }

  /** Without the role, the answer may be an empty list instead of a refusal. */
  @Override
  public ServiceList<Environment> environments() {
    ServiceList<Environment> listed = ask(Question.ENVIRONMENTS, AdminApi::environments);
    if (!listed.isEmpty() || listed.unreadable() > 0) {
      return listed;
    }
    try {
      return part(other(Question.ENVIRONMENTS.preferred())).environments();
    } catch (AdminApiException e) {
      return listed;
    }
  }

  /** That it isn't there may mean that the role is missing. */
  @Override
  public Environment environment(String environmentId) {
    AdminApiFlavor first = Question.ENVIRONMENT.preferred();
    try {
      return described(first, environmentId);
    } catch (AdminApiException e) {
      if (e.kind() != AdminApiException.Kind.NOT_FOUND && !AnswerHistory.isRefusal(e)) {
        throw e;
      }
      return askOther(e, () -> described(other(first), environmentId));
    }
  }

  private Environment described(AdminApiFlavor by, String environmentId) {
    return history.described(by, () -> part(by).environment(environmentId));
  }

  /** The one that described an environment last. */
  @Override
  public Optional<AdminApiFlavor> flavor() {
    return Optional.of(history.describer());
  }

  @Override
  public Optional<FinOpsDeployment> finOpsDeployment(Environment environment) {
    return ppapi.finOpsDeployment(environment);
  }

  @Override
  public ServiceList<Backup> backups(String environmentId) {
    return askPinned(Question.BACKUPS, api -> api.backups(environmentId));
  }

  @Override
  public List<AdminOperation> operations(String environmentId) {
    return askPinned(Question.OPERATIONS, api -> api.operations(environmentId));
  }

  @Override
  public OperationAccepted createBackup(BackupOrder order) {
    return order(Order.BACKUP, api -> api.createBackup(order));
  }

  @Override
  public OperationAccepted deleteBackup(String environmentId, String backupId) {
    return order(Order.DELETE_BACKUP, api -> api.deleteBackup(environmentId, backupId));
  }

  @Override
  public OperationAccepted restore(RestoreOrder order) {
    return order(Order.RESTORE, api -> api.restore(order));
  }

  @Override
  public OperationAccepted copy(CopyOrder order) {
    return order(Order.COPY, api -> api.copy(order));
  }

  @Override
  public OperationAccepted setAdministrationMode(String environmentId, AdministrationMode mode) {
    return bap.setAdministrationMode(environmentId, mode);
  }

  @Override
  public OperationAccepted setBackupRetention(String environmentId, RetentionPeriod period) {
    return bap.setBackupRetention(environmentId, period);
  }

  /** It's sent once, to one of the two, whatever the answer. */
  private OperationAccepted order(Order order, Function<AdminApi, OperationAccepted> call) {
    AdminApiFlavor flavor = pinned.orElse(Question.of(order).preferred());
    return history.watch(flavor, () -> call.apply(part(flavor)));
  }

  @Override
  public ValidationResult validate(RestoreOrder order) {
    return history.watch(AdminApiFlavor.PPAPI, () -> ppapi.validate(order));
  }

  @Override
  public ValidationResult validate(CopyOrder order) {
    return history.watch(AdminApiFlavor.PPAPI, () -> ppapi.validate(order));
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    return ppapi.restoreCandidates(sourceId);
  }

  /** The address of an operation shows who gave it out. */
  @Override
  public PollResult poll(OperationLocator operation) {
    return operation.statusUrl().getPath().startsWith("/environmentmanagement/")
        ? ppapi.poll(operation)
        : bap.poll(operation);
  }

  @Override
  public Optional<ManagementAppRegistration> registration(String clientId) {
    return bap.registration(clientId);
  }

  private <T> T askPinned(Question question, Function<AdminApi, T> asked) {
    return pinned.isPresent() ? asked.apply(part(pinned.get())) : ask(question, asked);
  }

  private <T> T ask(Question question, Function<AdminApi, T> asked) {
    try {
      return asked.apply(part(question.preferred()));
    } catch (AdminApiException e) {
      if (!question.answeredByBoth() || !AnswerHistory.isRefusal(e)) {
        throw e;
      }
      return askOther(e, () -> asked.apply(part(other(question.preferred()))));
    }
  }

  /** Where neither answers, the word of the preferred one counts. */
  private static <T> T askOther(AdminApiException refusal, Supplier<T> other) {
    try {
      return other.get();
    } catch (AdminApiException e) {
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private static AdminApiFlavor other(AdminApiFlavor flavor) {
    return flavor == AdminApiFlavor.BAP ? AdminApiFlavor.PPAPI : AdminApiFlavor.BAP;
  }
}
