package dev.holdfast.execution;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.TargetUse;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.EnvironmentLockRepository;
import dev.holdfast.request.store.RequestRepository;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose turn it is: two requests that meet on an environment do not run at once. Whatever begins is
 * stored under the locks of its environments, so that of two replicas one sees what the other
 * began.
 */
@Component
class EnvironmentQueue {

  private static final int RECENT = 50;

  private final RequestRepository requests;
  private final TargetUse use;
  private final EnvironmentLockRepository locks;
  private final TransactionTemplate transaction;

  EnvironmentQueue(
      RequestRepository requests,
      TargetUse use,
      EnvironmentLockRepository locks,
      TransactionTemplate transaction) {
    this.requests = requests;
    this.use = use;
    this.locks = locks;
    this.transaction = transaction;
  }

  /** What has to end first, in words; empty when the way is free. Others may still be faster. */
  Optional<String> blockerOf(Request request) {
    List<Request> meeting =
        requests.findOpenOn(environments(request)).stream()
            .filter(other -> other.id().number() != request.id().number())
            .filter(other -> meet(other.details().spec(), request.details().spec()))
            .toList();
    List<Request> ahead =
        meeting.stream()
            .filter(other -> other.state() == RequestState.APPROVED && isEarlier(other, request))
            .toList();
    return meeting.stream()
        .filter(other -> other.state().isExecuting())
        .findFirst()
        .map(LineWords::atWork)
        .or(() -> unsettled(meeting).map(LineWords::unknown))
        .or(() -> beingLeft(request).map(LineWords::leaves))
        .map(words -> words + LineWords.place(ahead))
        .or(() -> LineWords.behind(ahead));
  }

  /**
   * Begins it, if its turn has come.
   *
   * @param intent the transition by which it begins; stored only when the way is free
   * @return what has to end first, in words, when nothing was begun
   */
  Optional<String> startIfFree(Request request, Supplier<RequestEvent> intent) {
    return startIfFree(request, () -> blockerOf(request), intent);
  }

  /** The same, for leaving administration mode on what a request has changed. */
  Optional<String> beginLeaving(Request ended, Supplier<RequestEvent> intent) {
    return startIfFree(ended, () -> atWorkOnTargetOf(ended), intent);
  }

  private Optional<String> startIfFree(
      Request request, Supplier<Optional<String>> inTheWay, Supplier<RequestEvent> intent) {
    return transaction.execute(
        status -> {
          locks.take(environments(request));
          Optional<String> why = inTheWay.get();
          if (why.isEmpty()) {
            requests.save(request, intent.get());
          }
          return why;
        });
  }

  /** Which request is at work on the environment that another has changed, in words. */
  Optional<String> atWorkOnTargetOf(Request ended) {
    return use.runningOn(ended)
        .map(
            other ->
                "%s is running on %s. Holdfast waits until it has ended."
                    .formatted(other, ended.details().spec().affected().displayName()));
  }

  /** One that was overtaken, as could happen before outcomes were settled, holds nobody up. */
  private Optional<Request> unsettled(List<Request> meeting) {
    return meeting.stream()
        .filter(other -> other.resolution().isNeeded())
        .filter(other -> supersededBy(other).isEmpty())
        .findFirst();
  }

  /** Which request's target is just leaving administration mode, on what a request needs. */
  private Optional<Request> beingLeft(Request request) {
    return environments(request).stream()
        .flatMap(id -> requests.recentOn(id, RECENT).stream())
        .filter(other -> other.id().number() != request.id().number())
        .filter(other -> environments(request).contains(other.details().spec().affected().id()))
        .filter(other -> other.leaving().calls())
        .findFirst();
  }

  /** Which restore was started on the same environment since, in words. */
  Optional<String> supersededBy(Request ended) {
    return use.restoredSince(ended)
        .map(
            other ->
                "%s was started on %s since, so use its card. Type status %s."
                    .formatted(other, ended.details().spec().affected().displayName(), other));
  }

  private static Set<String> environments(Request request) {
    return request.details().spec().environments().stream()
        .map(use -> use.environment().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isEarlier(Request other, Request request) {
    return other.id().number() < request.id().number();
  }

  /** They meet on an environment unless both only read it. */
  private static boolean meet(OperationSpec one, OperationSpec other) {
    return one.environments().stream()
        .anyMatch(use -> other.environments().stream().anyMatch(with -> meet(use, with)));
  }

  private static boolean meet(EnvironmentUse one, EnvironmentUse other) {
    boolean bothRead =
        one.role() == EnvironmentRole.DATA_LEAVES && other.role() == EnvironmentRole.DATA_LEAVES;
    return one.environment().id().equals(other.environment().id()) && !bothRead;
  }
}
