package dev.holdfast.execution.queue;

import dev.holdfast.freeze.FreezeGate;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.StartCalendar;
import dev.holdfast.request.followup.TargetUse;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.support.RehearsalProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
public class EnvironmentQueue {

  private static final int RECENT = 50;

  private static final Comparator<Request> PLACE =
      Comparator.comparingLong(EnvironmentQueue::place)
          .thenComparingLong(request -> request.id().number());

  private final RequestRepository requests;
  private final TargetUse use;
  private final FreezeGate freezes;
  private final TransactionTemplate transaction;
  private final RehearsalProperties mode;
  private final StartCalendar calendar;
  private final Clock clock;

  EnvironmentQueue(
      RequestRepository requests,
      TargetUse use,
      FreezeGate freezes,
      TransactionTemplate transaction,
      RehearsalProperties mode,
      StartCalendar calendar,
      Clock clock) {
    this.requests = requests;
    this.use = use;
    this.freezes = freezes;
    this.transaction = transaction;
    this.mode = mode;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What has to end first; empty when nothing does. Others may still be faster. */
  public Optional<QueueBlocker> blockerOf(Request request) {
    return freezeOf(request)
        .or(() -> request.details().isRehearsal() ? Optional.empty() : otherBefore(request));
  }

  /**
   * What keeps it from its start though its turn has come: a freeze, a window of the policy, or a
   * rehearsal where it isn't part of one.
   */
  public Optional<QueueBlocker> freezeOf(Request request) {
    return mode.rehearsal() && !request.details().isRehearsal()
        ? Optional.of(LineWords.rehearsal())
        : freezes
            .of(environments(request))
            .map(LineWords::frozen)
            .or(() -> calendar.obstacle(request).map(LineWords::planned));
  }

  /** What waits for its window or its planned start lets others go first until then. */
  private Optional<QueueBlocker> otherBefore(Request request) {
    Instant now = clock.instant();
    List<Request> meeting =
        requests.findOpenOn(environments(request)).stream()
            .filter(other -> other.id().number() != request.id().number())
            .filter(other -> !other.details().isRehearsal())
            .filter(other -> other.details().spec().meets(request.details().spec()))
            .filter(other -> !isUnresolvedParent(other, request))
            .toList();
    List<Request> ahead =
        meeting.stream()
            .filter(other -> other.state() == RequestState.APPROVED && isEarlier(other, request))
            .filter(other -> !other.queue().isEarly(now) && !other.queue().isLate(now))
            .filter(other -> calendar.obstacle(other).isEmpty())
            .toList();
    return meeting.stream()
        .filter(other -> other.state().isExecuting())
        .findFirst()
        .map(LineWords::atWork)
        .or(() -> unsettled(meeting).map(LineWords::unknown))
        .or(() -> legacyCall(request).map(LineWords::leaves))
        .map(blocker -> LineWords.withPlace(blocker, ahead))
        .or(() -> LineWords.behind(ahead));
  }

  /**
   * Begins it, if its turn has come.
   *
   * @param intent the transition by which it begins; stored only when the way is free
   * @return what has to end first when nothing was begun
   */
  public Optional<QueueBlocker> startIfFree(Request request, Supplier<RequestEvent> intent) {
    return startUnless(this::blockerOf, request, intent);
  }

  /** The same for what has its turn already: only a freeze keeps it from its start. */
  public Optional<QueueBlocker> startIfNotFrozen(Request request, Supplier<RequestEvent> intent) {
    return startUnless(this::freezeOf, request, intent);
  }

  private Optional<QueueBlocker> startUnless(
      Function<Request, Optional<QueueBlocker>> obstacle,
      Request request,
      Supplier<RequestEvent> intent) {
    return transaction.execute(
        status -> {
          freezes.lock(environments(request));
          Optional<QueueBlocker> why = obstacle.apply(request);
          if (why.isEmpty()) {
            calendar.noteStart(request);
            requests.save(request, intent.get());
          }
          return why;
        });
  }

  /** A follow-up doesn't wait until somebody resolves the outcome of what it follows. */
  private static boolean isUnresolvedParent(Request other, Request request) {
    return other.state() == RequestState.UNKNOWN
        && request.details().followUpOf().filter(other.id()::equals).isPresent();
  }

  /** One that was overtaken, as could happen before outcomes were settled, holds nobody up. */
  private Optional<Request> unsettled(List<Request> meeting) {
    return meeting.stream()
        .filter(other -> other.resolution().isNeeded())
        .filter(other -> supersededBy(other).isEmpty())
        .findFirst();
  }

  /**
   * A replica of a version before leaving administration mode was a request of its own may be at
   * work on it.
   */
  private Optional<Request> legacyCall(Request request) {
    return environments(request).stream()
        .flatMap(id -> requests.recentOn(id, RECENT).stream())
        .filter(other -> other.id().number() != request.id().number())
        .filter(other -> environments(request).contains(other.details().spec().affected().id()))
        .filter(other -> other.leaving().isLegacyCall())
        .findFirst();
  }

  /** The same for the request that another follows up. */
  public Optional<Message> supersededParentOf(Request followUp) {
    return followUp.details().followUpOf().flatMap(requests::find).flatMap(this::supersededBy);
  }

  /** Which request has begun to overwrite the same environment since. */
  Optional<Message> supersededBy(Request ended) {
    return use.restoredSince(ended)
        .map(
            other ->
                Message.of(
                    "adminMode.usedSince",
                    "request",
                    other.toString(),
                    "environment",
                    ended.details().spec().affected().displayName()));
  }

  private static Set<String> environments(Request request) {
    return request.details().spec().environments().stream()
        .map(use -> use.environment().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isEarlier(Request other, Request request) {
    return PLACE.compare(other, request) < 0;
  }

  /**
   * A follow-up has the place of what it follows: requests in line may wait until that is resolved,
   * which can't happen before the follow-up has ended.
   */
  private static long place(Request request) {
    return request.details().followUpOf().orElse(request.id()).number();
  }
}
