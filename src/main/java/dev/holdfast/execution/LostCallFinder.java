package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.execution.guard.CallRoute;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.Verification;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import dev.holdfast.request.step.StartAttempts;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks for what a call with an open fate may have started. Throws what {@link AdminApi} throws.
 */
@Component
class LostCallFinder {

  /** The service's clock and ours may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final int OTHERS = 50;

  /**
   * Types that are surely something else, unless a type of operation names them. The words for our
   * own, such as Restore and Backup, are only inferred from the service's words elsewhere (facts
   * 1.5), so a type that is not known may be ours under another name.
   */
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "create",
          "edit",
          "copy",
          "reset",
          "delete",
          "convert",
          "enable",
          "disable",
          "promote",
          "recover",
          "provision",
          "move");

  private final AdminApi api;
  private final RequestRepository requests;
  private final OperationCatalog operations;

  LostCallFinder(AdminApi api, RequestRepository requests, OperationCatalog operations) {
    this.operations = operations;
    this.api = api;
    this.requests = requests;
  }

  /** Looks by what is ordered, and by when the intent to order it was committed. */
  LostCallSearchResult find(StepTransitions call) {
    OperationSpec work = call.spec();
    Instant earliest = earliest(call);
    if (operations.of(work).isListed() && findBackup(call).isPresent()) {
      return new LostCallSearchResult.BackupFound();
    }
    if (operations.of(work).showsByItself()
        && isDone(operations.of(work).verify(earliest, CallRoute.of(call, api)))) {
      return new LostCallSearchResult.EffectFound();
    }
    List<OperationProgress> ofOthers = ofOthers(call);
    List<AdminOperation> candidates =
        CallRoute.of(call, api).operations(work.affected().id()).stream()
            .filter(operation -> mayBe(work, operation))
            .filter(operation -> !wasListedBefore(call, operation))
            .filter(
                operation -> operation.createdAt().filter(at -> at.isBefore(earliest)).isEmpty())
            .filter(operation -> ofOthers.stream().noneMatch(other -> isOf(other, operation)))
            .filter(operation -> !isRuledOut(call.request(), operation))
            .toList();
    return operations.of(work).isIdempotent()
        ? surest(work, candidates)
        : onlyOne(call, candidates);
  }

  private static boolean isDone(Verification seen) {
    return seen instanceof Verification.InOrderedState || seen instanceof Verification.Done;
  }

  /** Its end is read from the environment, so following one too many does no harm. */
  private LostCallSearchResult surest(OperationSpec work, List<AdminOperation> candidates) {
    return candidates.stream()
        .filter(candidate -> isSurely(work, candidate))
        .findFirst()
        .<LostCallSearchResult>map(LostCallSearchResult.Found::new)
        .orElseGet(LostCallSearchResult.NotFound::new);
  }

  /** Only one that is surely ours is adopted. Anything else is for a person. */
  private LostCallSearchResult onlyOne(StepTransitions call, List<AdminOperation> candidates) {
    if (candidates.isEmpty()) {
      return new LostCallSearchResult.NotFound();
    }
    return candidates.size() == 1 && isOurs(call, candidates.get(0))
        ? new LostCallSearchResult.Found(candidates.get(0))
        : new LostCallSearchResult.Ambiguous(candidates);
  }

  /**
   * Looks for a call's operation where its own address shows nothing.
   *
   * @return {@link LostCallSearchResult.Found} with the state that the list shows, or what {@link
   *     #of} finds
   */
  LostCallSearchResult findById(StepTransitions call) {
    Optional<String> id = call.progress().flatMap(OperationProgress::operationId);
    if (id.isEmpty()) {
      return find(call);
    }
    return CallRoute.of(call, api).operations(call.spec().affected().id()).stream()
        .filter(operation -> operation.id().equals(id.get()))
        .findFirst()
        .<LostCallSearchResult>map(LostCallSearchResult.Found::new)
        .orElseGet(LostCallSearchResult.NotFound::new);
  }

  /** A person has looked at it and said that the call never started anything. */
  private static boolean isRuledOut(Request request, AdminOperation operation) {
    boolean calledAgain =
        request.resolution().all().stream()
            .anyMatch(
                said ->
                    said.kind() == ResolutionKind.CALL_AGAIN
                        && said.status() == ResolutionStatus.DONE);
    return calledAgain
        && request.resolution().candidates().stream()
            .anyMatch(candidate -> candidate.id().equals(operation.id()));
  }

  /** Why an operation can't be what a call has started. */
  Optional<Message> rejectionReason(StepTransitions call, AdminOperation operation) {
    if (ofOthers(call).stream().anyMatch(other -> isOf(other, operation))) {
      return Optional.of(Message.of("resolution.ofAnother", "operation", operation.id()));
    }
    if (wasListedBefore(call, operation)) {
      return Optional.of(Message.of("resolution.listedBefore", "operation", operation.id()));
    }
    return operation
        .createdAt()
        .filter(at -> at.isBefore(earliest(call)))
        .map(at -> Message.of("resolution.before", "operation", operation.id(), "time", at));
  }

  /** The backup that a call ordered, as the service lists it: it is known by its label. */
  Optional<Backup> findBackup(StepTransitions call) {
    return operations.of(call.spec()).listed(earliest(call), CallRoute.of(call, api));
  }

  /** Whether a list or the environment itself shows what a call does, without an operation. */
  boolean showsWithoutOperation(StepTransitions call) {
    return operations.of(call.spec()).isListed() || operations.of(call.spec()).showsByItself();
  }

  /** Of several calls, the first may have begun what is listed only after the last. */
  static Instant earliest(StepTransitions call) {
    StartAttempts tries = call.attempts();
    Instant first = tries.made() > 1 ? tries.since() : call.startCommittedAt().orElseThrow();
    return first.minus(SKEW);
  }

  private boolean mayBe(OperationSpec spec, AdminOperation operation) {
    String type = operation.type().toLowerCase(Locale.ROOT);
    Set<String> own = types(spec);
    boolean ofAnotherType =
        operations.types().stream()
            .map(other -> other.execution().operationTypes())
            .anyMatch(other -> other.contains(type));
    return own.contains(type) || !(OTHER_TYPES.contains(type) || ofAnotherType);
  }

  private boolean isSurely(OperationSpec spec, AdminOperation operation) {
    boolean byAPerson =
        operation.requestedBy().filter(by -> by.type().equalsIgnoreCase("User")).isPresent();
    return types(spec).contains(operation.type().toLowerCase(Locale.ROOT))
        && operation.createdAt().isPresent()
        && !byAPerson;
  }

  /**
   * New since before the call, of the ordered type, and started by this application. Neither admin
   * API shows source and restore point of an operation (facts 1.5, 2), so they can't be compared.
   */
  private boolean isOurs(StepTransitions call, AdminOperation operation) {
    return isNew(call, operation)
        && !operation.id().isEmpty()
        && isSurely(call.spec(), operation)
        && operation.requestedBy().filter(by -> !isThisCaller(by)).isEmpty();
  }

  /**
   * What was listed before is no candidate. With an intent from before that was kept, only what the
   * service itself says that this application started; all candidates were created since then.
   */
  private boolean isNew(StepTransitions call, AdminOperation operation) {
    return call.attempts().operationsBefore().isPresent()
        || operation.requestedBy().filter(by -> !by.id().isBlank() && isThisCaller(by)).isPresent();
  }

  /** Where the service doesn't name who asked for it, nobody else is named either. */
  private boolean isThisCaller(Principal by) {
    return by.id().isBlank() || api.callerIds().contains(by.id().toLowerCase(Locale.ROOT));
  }

  private static boolean wasListedBefore(StepTransitions call, AdminOperation operation) {
    return call.attempts()
        .operationsBefore()
        .filter(before -> before.contains(operation.id()))
        .isPresent();
  }

  private Set<String> types(OperationSpec spec) {
    return operations.of(spec).type().execution().operationTypes();
  }

  /** What other calls started, those of the same request among them. */
  private List<OperationProgress> ofOthers(StepTransitions call) {
    return requests.recentOn(call.spec().affected().id(), OTHERS).stream()
        .flatMap(other -> other.transitions().stream().filter(one -> !isSame(one, call)))
        .flatMap(other -> other.progress().stream())
        .toList();
  }

  private static boolean isSame(StepTransitions one, StepTransitions other) {
    boolean ofOneRequest = one.request().id().number() == other.request().id().number();
    return ofOneRequest && one.role() == other.role();
  }

  private static boolean isOf(OperationProgress progress, AdminOperation operation) {
    return progress.operationId().filter(operation.id()::equals).isPresent()
        || progress
            .statusUrl()
            .filter(url -> url.equals(operation.ref().statusUrl().toString()))
            .isPresent();
  }
}
