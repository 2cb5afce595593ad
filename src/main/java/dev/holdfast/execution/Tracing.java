package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Operation;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.Requests;
import dev.holdfast.request.Settlement;
import dev.holdfast.request.Work;
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
class Tracing {

  /** The service's clock and ours may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final int OTHERS = 50;

  /**
   * Types that are surely something else. The words for our own, Restore and Backup, are only
   * inferred from the service's words elsewhere (facts 1.5), so a type that is not known may be
   * ours under another name.
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
  private final Requests requests;

  Tracing(AdminApi api, Requests requests) {
    this.api = api;
    this.requests = requests;
  }

  /**
   * @param intended when the intent to call was committed
   */
  Trace of(Request request, Instant intended) {
    Work work = request.terms().work();
    Instant earliest = intended.minus(SKEW);
    if (work instanceof Work.Backup backup && isMade(backup, earliest)) {
      return new Trace.BackupMade();
    }
    List<Progress> ofOthers = ofOthers(request);
    List<Operation> candidates =
        api.operations(work.affected().id()).stream()
            .filter(operation -> mayBe(work, operation))
            .filter(
                operation -> operation.createdAt().filter(at -> at.isBefore(earliest)).isEmpty())
            .filter(operation -> ofOthers.stream().noneMatch(other -> isOf(other, operation)))
            .filter(operation -> !isRuledOut(request, operation))
            .toList();
    if (candidates.isEmpty()) {
      return new Trace.Nothing();
    }
    return candidates.size() == 1 && isSurely(work, candidates.get(0))
        ? new Trace.Ours(candidates.get(0))
        : new Trace.Unclear(candidates);
  }

  /**
   * Looks for a request's operation where its own address shows nothing.
   *
   * @return {@link Trace.Ours} with the state that the list shows, or what {@link #of} finds
   */
  Trace again(Request request) {
    Optional<String> id = request.progress().flatMap(Progress::operationId);
    if (id.isEmpty()) {
      return of(request, request.intendedAt().orElseThrow());
    }
    return api.operations(request.terms().work().affected().id()).stream()
        .filter(operation -> operation.id().equals(id.get()))
        .findFirst()
        .<Trace>map(Trace.Ours::new)
        .orElseGet(Trace.Nothing::new);
  }

  /** A person has looked at it and said that the call never started anything. */
  private static boolean isRuledOut(Request request, Operation operation) {
    boolean calledAgain =
        request.settlements().stream().anyMatch(said -> said.way() == Settlement.Way.CALL_AGAIN);
    return calledAgain
        && request.settling().candidates().stream()
            .anyMatch(candidate -> candidate.id().equals(operation.id()));
  }

  /** Why an operation cannot be what a request's call has started, in a sentence. */
  Optional<String> cannotBe(Request request, Operation operation) {
    if (ofOthers(request).stream().anyMatch(other -> isOf(other, operation))) {
      return Optional.of(operation.id() + " belongs to another request of Holdfast.");
    }
    Instant earliest = request.intendedAt().orElseThrow().minus(SKEW);
    return operation
        .createdAt()
        .filter(at -> at.isBefore(earliest))
        .map(at -> operation.id() + " began at " + at + ", before Holdfast called.");
  }

  private boolean isMade(Work.Backup backup, Instant earliest) {
    return api.backups(backup.source().id()).stream()
        .anyMatch(made -> made.label().equals(backup.label()) && !made.point().isBefore(earliest));
  }

  private static boolean mayBe(Work work, Operation operation) {
    String type = operation.type().toLowerCase(Locale.ROOT);
    String other = work instanceof Work.Restore ? "backup" : "restore";
    return !OTHER_TYPES.contains(type) && !type.equals(other);
  }

  private static boolean isSurely(Work work, Operation operation) {
    String own = work instanceof Work.Restore ? "restore" : "backup";
    boolean byAPerson =
        operation.requestedBy().filter(by -> by.type().equalsIgnoreCase("User")).isPresent();
    return operation.type().equalsIgnoreCase(own)
        && operation.createdAt().isPresent()
        && !byAPerson;
  }

  private List<Progress> ofOthers(Request request) {
    return requests.recent(Optional.of(request.terms().work().affected().id()), OTHERS).stream()
        .filter(other -> other.id().number() != request.id().number())
        .flatMap(other -> other.progress().stream())
        .toList();
  }

  private static boolean isOf(Progress progress, Operation operation) {
    return progress.operationId().filter(operation.id()::equals).isPresent()
        || progress
            .statusUrl()
            .filter(url -> url.equals(operation.ref().statusUrl().toString()))
            .isPresent();
  }
}
