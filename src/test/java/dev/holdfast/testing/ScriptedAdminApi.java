package dev.holdfast.testing;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.CallGuard;
import dev.holdfast.adminapi.AdminApi.OutgoingCall;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.adminapi.ValidationResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An admin API that answers what a test has written down for it, and keeps count of what it was
 * asked to start.
 */
public class ScriptedAdminApi implements AdminApi {

  public static final OperationLocator REF =
      new OperationLocator(
          Samples.DEV.id(), URI.create("http://127.0.0.1/lifecycleOperations/op-1"));

  /** As whom this application asks for operations. */
  public static final String CALLER = "p-1";

  public final List<RestoreOrder> restores = new ArrayList<>();
  public final List<CopyOrder> copies = new ArrayList<>();
  public final List<CopyOrder> validatedCopies = new ArrayList<>();
  public final List<RestoreOrder> validated = new ArrayList<>();
  public final List<String> modeChanges = new ArrayList<>();
  public final List<AdministrationMode> modes = new ArrayList<>();
  public final List<RetentionPeriod> retentions = new ArrayList<>();
  public final List<BackupOrder> backupOrders = new ArrayList<>();

  /** IDs of backups. */
  public final List<String> deletions = new ArrayList<>();

  public final Map<String, Environment> environments = new HashMap<>();
  public final List<AdminOperation> operations = new ArrayList<>();
  public final List<Backup> backups = new ArrayList<>();

  /** Runs when everything is ready to be sent, before the guard is asked. */
  public Runnable beforeSending = () -> {};

  public Set<String> callerIds = Set.of(CALLER);

  /** Runs after the operations were read, before anybody learns of them. */
  public Runnable afterListing = () -> {};

  /** Why the operations can't be listed. */
  public Optional<AdminApiException> unlisted = Optional.empty();

  /** Which admin API takes orders; empty where there is one only. */
  public Optional<AdminApiFlavor> takesOrders = Optional.empty();

  /** Through which one was asked what follows an order. */
  public final List<Optional<AdminApiFlavor>> askedThrough = new ArrayList<>();

  public int unreadableRows;
  public AdminApiCapabilities capabilities =
      new AdminApiCapabilities(false, false, true, true, true);
  public Supplier<List<RestoreCandidate>> candidates = List::of;
  public Supplier<ValidationResult> validation =
      () -> new ValidationResult(true, "ValidationPassed", List.of(), Optional.empty());
  private CallGuard guard = () -> {};
  private final Deque<Supplier<OperationAccepted>> starts = new ArrayDeque<>();
  private final Deque<Supplier<PollResult>> polls = new ArrayDeque<>();
  private Optional<AdminApiException> down = Optional.empty();

  public ScriptedAdminApi() {
    put(Samples.UAT.id(), Samples.UAT.displayName(), "Ready", "Enabled", "Sandbox");
    put(Samples.DEV.id(), Samples.DEV.displayName(), "Ready", "Enabled", "Sandbox");
  }

  /**
   * An environment of the region Europe, restorable for the last week. An empty state is one that
   * the service does not tell.
   */
  public void put(String id, String name, String management, String runtime, String type) {
    put(
        id,
        name,
        management,
        runtime,
        type,
        new Environment.Dataverse("org-" + id, Optional.empty(), Optional.empty()));
  }

  private void put(
      String id,
      String name,
      String management,
      String runtime,
      String type,
      Environment.Dataverse dataverse) {
    environments.put(
        id,
        new Environment(
            new Environment.Identity(
                id,
                name,
                EnvironmentType.valueOf(type.toUpperCase(java.util.Locale.ROOT)),
                type,
                Optional.of(false)),
            new Environment.History(Optional.empty(), Optional.empty(), Optional.empty()),
            new Environment.Location(
                "europe", Optional.empty(), Optional.empty(), Optional.empty()),
            new Environment.State(
                Optional.of(management).filter(word -> !word.isEmpty()),
                Optional.of(runtime).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            new Environment.Encryption(Optional.of(false), Optional.empty()),
            new Environment.Links(Optional.of(dataverse), new FinOpsLink.Unified(Optional.empty())),
            new Environment.Storage(
                Optional.of(
                    new Environment.Retention(
                        Optional.of(Duration.ofDays(7)),
                        Optional.of(Samples.NOW.minus(Duration.ofDays(7))))),
                List.of()),
            List.of()));
  }

  /** What is said of an environment's background operations; an empty word for nothing. */
  public void background(String id, String word) {
    Environment before = environments.get(id);
    put(
        id,
        before.displayName(),
        before.managementState().orElse(""),
        before.runtimeState().orElse(""),
        before.typeWord(),
        new Environment.Dataverse(
            "org-" + id,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(word).filter(said -> !said.isEmpty())));
  }

  public ScriptedAdminApi starts(Supplier<OperationAccepted> answer) {
    starts.add(answer);
    return this;
  }

  public ScriptedAdminApi polls(Supplier<PollResult> answer) {
    polls.add(answer);
    return this;
  }

  /** Every call fails like this until it is told otherwise. */
  public void down(Optional<AdminApiException> failure) {
    down = failure;
  }

  public static Supplier<OperationAccepted> accepted() {
    return () ->
        new OperationAccepted(
            Optional.of(REF), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static OperationAccepted acceptedWithoutAddress() {
    return new OperationAccepted(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static <T> Supplier<T> fails(Kind kind, String words) {
    return () -> {
      throw failure(kind, words);
    };
  }

  public static AdminApiException failure(Kind kind, String words) {
    return new AdminApiException(
        kind,
        words,
        new Answer(
            0,
            Optional.of(kind.name()),
            Optional.of(words),
            Optional.of("correlation-1"),
            Optional.empty()));
  }

  public static Supplier<PollResult> seen(AdminOperation.State state, String word) {
    return () -> new PollResult.Seen(operation(state, word, Optional.empty()), Optional.empty());
  }

  public static Supplier<PollResult> failed(Optional<AdminOperation.Fault> fault) {
    return () ->
        new PollResult.Seen(
            operation(AdminOperation.State.FAILED, "Failed", fault), Optional.empty());
  }

  public static Supplier<PollResult> nothing() {
    return () -> new PollResult.Nothing("an empty answer", Optional.empty());
  }

  public static AdminOperation operation(
      AdminOperation.State state, String word, Optional<AdminOperation.Fault> fault) {
    return listed("op-1", "Restore", Samples.NOW, "ServicePrincipal", state, word, fault);
  }

  public static AdminOperation listed(
      String id,
      String type,
      Instant createdAt,
      String principalType,
      AdminOperation.State state,
      String word,
      Optional<AdminOperation.Fault> fault) {
    return new AdminOperation(
        new OperationLocator(
            Samples.DEV.id(), URI.create("http://127.0.0.1/lifecycleOperations/" + id)),
        id,
        type,
        new AdminOperation.Progress(
            state,
            word,
            List.of(
                new AdminOperation.Stage("Run", state, word, Optional.empty(), Optional.empty())),
            fault),
        Optional.of(createdAt),
        Optional.of(createdAt),
        Optional.of(
            new AdminOperation.Principal(
                principalType.equals("ServicePrincipal") ? CALLER : "p-2",
                "Somebody",
                principalType)));
  }

  @Override
  public AdminApi guardedBy(CallGuard next) {
    guard = next;
    return this;
  }

  @Override
  public Route route(Order order, String environmentId) {
    return new Route(takesOrders, operations(environmentId));
  }

  @Override
  public AdminApi through(Optional<AdminApiFlavor> flavor) {
    askedThrough.add(flavor);
    return this;
  }

  @Override
  public Set<String> callerIds() {
    return callerIds;
  }

  @Override
  public AdminApiCapabilities capabilities() {
    return capabilities;
  }

  private static OutgoingCall sent(String method, String what, String environmentId) {
    return new OutgoingCall(method, "/" + environmentId + "/" + what, "{}");
  }

  @Override
  public OperationAccepted copy(CopyOrder order) {
    beforeSending.run();
    guard.check(sent("POST", "copy", order.targetId()));
    copies.add(order);
    return starts.remove().get();
  }

  @Override
  public ValidationResult validate(CopyOrder order) {
    check();
    validatedCopies.add(order);
    return validation.get();
  }

  @Override
  public ValidationResult validate(RestoreOrder order) {
    check();
    validated.add(order);
    return validation.get();
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    check();
    return ServiceList.of(candidates.get(), unreadableRows);
  }

  @Override
  public OperationAccepted setAdministrationMode(String environmentId, AdministrationMode mode) {
    beforeSending.run();
    guard.check(sent("PATCH", "mode", environmentId));
    modeChanges.add(environmentId);
    modes.add(mode);
    return starts.remove().get();
  }

  @Override
  public OperationAccepted setBackupRetention(String environmentId, RetentionPeriod period) {
    beforeSending.run();
    guard.check(sent("PATCH", "retention", environmentId));
    retentions.add(period);
    return starts.remove().get();
  }

  @Override
  public ServiceList<Environment> environments() {
    check();
    return ServiceList.of(environments.values(), unreadableRows);
  }

  @Override
  public Environment environment(String environmentId) {
    check();
    return Optional.ofNullable(environments.get(environmentId))
        .orElseThrow(() -> failure(Kind.NOT_FOUND, "There is no such environment."));
  }

  @Override
  public Optional<FinOpsDeployment> finOpsDeployment(Environment environment) {
    String kind = environment.id().equals(Samples.UAT.id()) ? "Sandbox" : "OnlineDev";
    return Optional.of(new FinOpsDeployment(kind, Optional.of("10.0.44"), Optional.empty()));
  }

  @Override
  public ServiceList<Backup> backups(String environmentId) {
    check();
    return ServiceList.of(backups, unreadableRows);
  }

  @Override
  public OperationAccepted createBackup(BackupOrder order) {
    beforeSending.run();
    guard.check(sent("POST", "backups", order.environmentId()));
    backupOrders.add(order);
    return starts.remove().get();
  }

  @Override
  public OperationAccepted deleteBackup(String environmentId, String backupId) {
    beforeSending.run();
    guard.check(new OutgoingCall("DELETE", "/" + environmentId + "/backups/" + backupId, ""));
    deletions.add(backupId);
    return starts.remove().get();
  }

  @Override
  public OperationAccepted restore(RestoreOrder order) {
    beforeSending.run();
    guard.check(sent("POST", "restore", order.targetId()));
    restores.add(order);
    return starts.remove().get();
  }

  @Override
  public PollResult poll(OperationLocator operation) {
    check();
    return polls.size() > 1 ? polls.remove().get() : polls.element().get();
  }

  @Override
  public List<AdminOperation> operations(String environmentId) {
    check();
    unlisted.ifPresent(
        failure -> {
          throw failure;
        });
    List<AdminOperation> listed = List.copyOf(operations);
    afterListing.run();
    return listed;
  }

  private void check() {
    down.ifPresent(
        failure -> {
          throw failure;
        });
  }
}
