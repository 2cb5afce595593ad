package dev.holdfast.execution.outcome;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.execution.guard.CallRoute;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.request.verification.ServiceError.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what the service says went wrong: the operation's own error first, then those of finance
 * and operations, then what the history of their operations lists (facts 6.5, order of truth).
 */
@Component
public class ServiceErrorReader {

  private static final Logger log = LoggerFactory.getLogger(ServiceErrorReader.class);

  private static final int HISTORY_ROWS = 5;

  /** What says so went well and explains nothing; any other word may. */
  private static final Set<String> WENT_WELL = Set.of("Succeeded", "Success", "Completed");

  private final AdminApi api;
  private final FinOpsApi finOps;

  ServiceErrorReader(AdminApi api, FinOpsApi finOps) {
    this.api = api;
    this.finOps = finOps;
  }

  /**
   * @param since when the operation was ordered
   * @param target the environment; empty if it can't be read, so that it may have apps
   * @return empty where the service doesn't answer for now
   */
  public Optional<List<ServiceError>> read(
      Request request, Instant since, Optional<Environment> target) {
    List<ServiceError> ofOperation = ofOperation(request);
    if (target.filter(environment -> !FinOpsReader.hasApps(environment)).isPresent()) {
      return Optional.of(ofOperation);
    }
    FinOpsAnswer<List<FinOpsError>> answer =
        finOps.errorsSince(request.details().spec().affected().id(), since);
    if (answer instanceof FinOpsAnswer.Unavailable<?> none) {
      log.info("{}: the errors of its operations can't be read: {}", request.id(), none.why());
      if (none.reason() == FinOpsAnswer.Reason.UNREACHABLE) {
        return Optional.empty();
      }
    }
    Stream<ServiceError> ofApps =
        answer.known().orElse(List.of()).stream().map(ServiceErrorReader::stored);
    return Optional.of(
        Stream.of(ofOperation.stream(), ofApps, ofHistory(target, since))
            .flatMap(errors -> errors)
            .toList());
  }

  /** Only what can be read now: it says little more than the errors, and nothing waits for it. */
  private Stream<ServiceError> ofHistory(Optional<Environment> target, Instant since) {
    List<FinOpsHistoryEntry> newest =
        target
            .flatMap(environment -> finOps.historySince(environment, since).known())
            .orElse(List.of())
            .stream()
            .filter(row -> WENT_WELL.stream().noneMatch(row.status()::equalsIgnoreCase))
            .limit(HISTORY_ROWS)
            .toList();
    List<FinOpsHistoryEntry> oldestFirst = new ArrayList<>(newest);
    Collections.reverse(oldestFirst);
    return oldestFirst.stream()
        .map(
            row ->
                new ServiceError(
                    Source.OPERATION_HISTORY, row.name(), "", "", row.status(), row.since(), ""));
  }

  /** As it's kept with the request. */
  static ServiceError stored(FinOpsError error) {
    return new ServiceError(
        Source.OPERATION_ERRORS,
        error.operationType(),
        error.failedActionName(),
        error.code(),
        error.message(),
        error.failedAt(),
        error.correlationId());
  }

  /** What its end says already isn't said again. */
  private List<ServiceError> ofOperation(Request request) {
    Optional<String> id = request.progress().flatMap(OperationProgress::operationId);
    if (id.isEmpty()) {
      return List.of();
    }
    try {
      return CallRoute.of(request.mainStep(), api)
          .operations(request.details().spec().affected().id())
          .stream()
          .filter(operation -> operation.id().equals(id.get()))
          .flatMap(operation -> stored(operation).stream())
          .filter(error -> !isSaid(request, error))
          .toList();
    } catch (AdminApiException e) {
      log.info("{}: its operation can't be read again: {}", request.id(), e.forLog());
      return List.of();
    }
  }

  private static boolean isSaid(Request request, ServiceError error) {
    String words = new Fault(error.code(), error.message()).words();
    return words.isEmpty()
        || request.outcome().flatMap(Outcome::serviceMessage).filter(words::equals).isPresent();
  }

  private static Optional<ServiceError> stored(AdminOperation operation) {
    return operation
        .error()
        .map(
            fault ->
                new ServiceError(
                    Source.OPERATION,
                    operation.type(),
                    "",
                    fault.code(),
                    fault.message(),
                    operation.lastActionAt(),
                    operation.id()));
  }
}
