package dev.holdfast.execution.guard;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.OperationType;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what this application started and the database doesn't know. After the database was
 * restored to an older state, a request may have been carried out that is still to be started by
 * what is stored. Whatever began after its submission, and isn't accounted for by any stored
 * request, may be just that.
 */
@Component
public class ForgottenOperations {

  /** The service's clock and ours may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final int REQUESTS = 200;

  /** Stages in which a restore or copy does its work (facts 1.5). */
  private static final Set<String> WORK = Set.of("prepare", "run", "finalize");

  /** How an operation ends that only checked an order. */
  private static final Set<String> CHECKED =
      Set.of("validationpassed", "validationfailed", "nooperation");

  private final RequestRepository requests;
  private final OperationCatalog operations;
  private final CallGuards guards;

  ForgottenOperations(RequestRepository requests, OperationCatalog operations, CallGuards guards) {
    this.requests = requests;
    this.operations = operations;
    this.guards = guards;
  }

  /**
   * @param call that is about to be made
   * @param listed what the service lists for its environment
   * @param callers the IDs of this application; empty if they aren't known
   */
  public List<AdminOperation> among(
      List<AdminOperation> listed, StepTransitions call, Set<String> callers) {
    Instant submitted = call.request().details().submission().at();
    Set<String> types = typesThatMatter(call.request());
    List<AdminOperation> ours =
        listed.stream()
            .filter(one -> types.contains(type(one)))
            .filter(one -> one.createdAt().filter(at -> !at.isAfter(submitted)).isEmpty())
            .filter(one -> mayBeOurs(one, callers))
            .filter(ForgottenOperations::mayHaveWorked)
            .toList();
    if (ours.isEmpty()) {
      return ours;
    }
    List<StepTransitions> known =
        requests.recentOn(call.spec().affected().id(), REQUESTS).stream()
            .flatMap(request -> request.transitions().stream())
            .filter(step -> step.startCommittedAt().isPresent())
            .toList();
    return ours.stream()
        .filter(one -> known.stream().noneMatch(step -> accountsFor(step, one)))
        .toList();
  }

  /** What the request itself orders, and whatever overwrites an environment. */
  private Set<String> typesThatMatter(Request request) {
    return Stream.concat(
            operations.types().stream()
                .filter(ForgottenOperations::overwrites)
                .flatMap(type -> type.execution().operationTypes().stream()),
            request.transitions().stream().flatMap(step -> types(step).stream()))
        .collect(Collectors.toSet());
  }

  private static boolean overwrites(OperationType<?> type) {
    return type.roles().values().stream()
        .anyMatch(sides -> sides.containsValue(EnvironmentRole.OVERWRITTEN));
  }

  private Set<String> types(StepTransitions step) {
    return operations.of(step.spec()).type().execution().operationTypes();
  }

  /**
   * The check of an order is an operation of the same type (2.2). While nothing but that is to be
   * seen, the operation is left to what waits for running ones, and looked at again.
   */
  private static boolean mayHaveWorked(AdminOperation operation) {
    boolean works =
        operation.stages().stream()
            .filter(stage -> WORK.contains(stage.name().toLowerCase(Locale.ROOT)))
            .anyMatch(
                stage ->
                    stage.state() == AdminOperation.State.RUNNING
                        || stage.state().ended() && !stage.stateWord().equalsIgnoreCase("skipped"));
    boolean mayBeCheck =
        CHECKED.contains(operation.stateWord().toLowerCase(Locale.ROOT))
            || !operation.state().ended() && !operation.stages().isEmpty();
    return works || !mayBeCheck;
  }

  /** Where the service doesn't say who started it, it may be ours. */
  private static boolean mayBeOurs(AdminOperation operation, Set<String> callers) {
    return operation
        .requestedBy()
        .filter(by -> !by.id().isBlank())
        .map(
            by ->
                callers.isEmpty()
                    ? !by.type().equalsIgnoreCase("User")
                    : callers.contains(by.id().toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  /**
   * By its ID; or by its time, because the two admin APIs may list one operation under two IDs, and
   * the ID of a call whose answer was lost isn't known.
   */
  private boolean accountsFor(StepTransitions step, AdminOperation operation) {
    if (step.progress().filter(progress -> isOf(progress, operation)).isPresent()) {
      return true;
    }
    Instant from = step.attempts().since().minus(SKEW);
    Instant to = guards.endedBy(step).plus(SKEW);
    return types(step).contains(type(operation))
        && operation.createdAt().filter(at -> !at.isBefore(from) && !at.isAfter(to)).isPresent();
  }

  private static boolean isOf(OperationProgress progress, AdminOperation operation) {
    return progress.operationId().filter(operation.id()::equals).isPresent()
        || progress
            .statusUrl()
            .filter(url -> url.equals(operation.ref().statusUrl().toString()))
            .isPresent();
  }

  private static String type(AdminOperation operation) {
    return operation.type().toLowerCase(Locale.ROOT);
  }
}
