package dev.holdfast.chat.calendar;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.policy.calendar.PolicyCalendar;
import dev.holdfast.chat.calendar.CalendarEntry.Kind;
import dev.holdfast.chat.calendar.CalendarEntry.Work;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Requests that run, that have a planned start, or that wait for a window. What may start as soon
 * as others have ended is at no certain time.
 */
@Component
class RequestEntries implements CalendarSource {

  private static final Set<RequestState> OPEN =
      Arrays.stream(RequestState.values())
          .filter(state -> !state.isClosed())
          .collect(Collectors.toUnmodifiableSet());

  private static final int BATCH = 200;

  /** As lists of requests do. */
  private static final int MOST = 2_000;

  private final RequestSummaries summaries;
  private final ReadingRights rights;
  private final PolicyCalendar calendar;
  private final OperationCatalog operations;

  RequestEntries(
      RequestSummaries summaries,
      ReadingRights rights,
      PolicyCalendar calendar,
      OperationCatalog operations) {
    this.summaries = summaries;
    this.rights = rights;
    this.calendar = calendar;
    this.operations = operations;
  }

  @Override
  public List<CalendarEntry> entries(CalendarQuery query) {
    return open(query).stream()
        .flatMap(summary -> rights.find(summary.id().toString(), query.reader()).stream())
        .flatMap(request -> entry(request, query).stream())
        .toList();
  }

  private List<RequestSummary> open(CalendarQuery query) {
    List<RequestSummary> found = new ArrayList<>();
    Optional<RequestId> last = Optional.empty();
    for (int read = 0; read < MOST; read += BATCH) {
      List<RequestId> ids = summaries.newest(OPEN, last, BATCH);
      summaries.of(ids).stream().filter(one -> isShown(one, query)).forEach(found::add);
      if (ids.size() < BATCH) {
        break;
      }
      last = Optional.of(ids.get(ids.size() - 1));
    }
    return found;
  }

  private boolean isShown(RequestSummary one, CalendarQuery query) {
    boolean waitsAtNoTime =
        one.standing().start().isEmpty() && one.state() == RequestState.AWAITING_APPROVAL;
    return !one.standing().rehearsal()
        && !waitsAtNoTime
        && one.environments().stream().map(EnvironmentUse::environment).anyMatch(query::isAbout)
        && rights.mayRead(query.reader(), one);
  }

  private Optional<CalendarEntry> entry(Request request, CalendarQuery query) {
    return request.state().isExecuting() ? running(request) : planned(request, query);
  }

  private Optional<CalendarEntry> running(Request request) {
    return request
        .progress()
        .map(OperationProgress::startedAt)
        .map(start -> entry(Kind.RUNNING, request, start, Optional.empty()))
        .map(
            entry ->
                with(
                    entry,
                    Message.of(
                        entry.until().isPresent()
                            ? "calendar.running"
                            : "calendar.running.unknown")));
  }

  private Optional<CalendarEntry> planned(Request request, CalendarQuery query) {
    Optional<PlannedStart> planned = request.queue().planned();
    if (planned.isPresent()) {
      return planned
          .filter(start -> !start.isOver(query.now()))
          .map(PlannedStart::notBefore)
          .filter(query.span().to()::isAfter)
          .map(
              start ->
                  entry(
                      Kind.PLANNED,
                      request,
                      start,
                      request.state() == RequestState.AWAITING_APPROVAL
                          ? Optional.of(Message.of("calendar.awaiting"))
                          : Optional.empty()));
    }
    return request.state() == RequestState.APPROVED ? waiting(request, query) : Optional.empty();
  }

  /** What waits for its window has a start, too. */
  private Optional<CalendarEntry> waiting(Request request, CalendarQuery query) {
    return calendar
        .obstacle(request.details().spec(), request.emergency().isDeclared())
        .flatMap(StartObstacle::next)
        .filter(query.span().to()::isAfter)
        .map(next -> entry(Kind.PLANNED, request, next, Optional.of(Message.of("calendar.moved"))));
  }

  private CalendarEntry entry(Kind kind, Request request, Instant start, Optional<Message> note) {
    OperationSpec spec = request.details().spec();
    Optional<Duration> usual = calendar.usual(spec);
    return new CalendarEntry(
        kind,
        start,
        usual.map(start::plus),
        Message.of(
            "calendar.request",
            "kind",
            operations.title(spec.kind()),
            "request",
            request.id().toString()),
        spec.environments().stream().map(EnvironmentUse::environment).toList(),
        note,
        Optional.of(new Work(request.id().toString(), spec, request.emergency().isDeclared())));
  }

  private static CalendarEntry with(CalendarEntry entry, Message note) {
    return new CalendarEntry(
        entry.kind(),
        entry.from(),
        entry.until(),
        entry.title(),
        entry.environments(),
        Optional.of(note),
        entry.work());
  }
}
