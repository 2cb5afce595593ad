package dev.holdfast.api.web;

import dev.holdfast.api.Caller;
import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.api.order.OrderIntake;
import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Cancels what an application has asked for, and lists what it may see. */
@Component
@OnlyWithApi
class RequestActions {

  private static final int MOST_ON_PAGE = 100;

  /** Where few can be seen, more are read at once. */
  private static final int BATCH = 200;

  /** So many are read for a page at most; the next page goes on behind them. */
  private static final int MOST_READ = 2_000;

  private final VisibleRequests lookup;
  private final OrderIntake intake;
  private final ApprovalService approvals;
  private final RequestSummaries summaries;
  private final ReadingRights rights;

  RequestActions(
      VisibleRequests lookup,
      OrderIntake intake,
      ApprovalService approvals,
      RequestSummaries summaries,
      ReadingRights rights) {
    this.lookup = lookup;
    this.intake = intake;
    this.approvals = approvals;
    this.summaries = summaries;
    this.rights = rights;
  }

  /**
   * A page that is asked for.
   *
   * @param before only requests older than this one
   */
  record Page(int limit, Optional<RequestId> before, Set<RequestState> states) {

    static Page of(String limit, String before, String open) {
      if (!limit.matches("\\d{1,3}") || limit.matches("0+")) {
        throw WaitTime.invalid("limit");
      }
      Optional<RequestId> older = RequestId.parse(before);
      if (!before.isEmpty() && older.isEmpty()) {
        throw WaitTime.invalid("before");
      }
      return new Page(Math.min(Integer.parseInt(limit), MOST_ON_PAGE), older, states(open));
    }

    private static Set<RequestState> states(String open) {
      return switch (open) {
        case "false" -> EnumSet.allOf(RequestState.class);
        case "true" ->
            EnumSet.allOf(RequestState.class).stream()
                .filter(state -> !state.isClosed())
                .collect(Collectors.toSet());
        default -> throw WaitTime.invalid("open");
      };
    }
  }

  /** Cancels it; once it's canceled, doing so again changes nothing. */
  Map<String, Object> cancel(String id, Caller by) {
    VisibleRequests.Found found = lookup.find(id, by);
    if (found.request().isEmpty() && intake.cancel(found.key(), by.person())) {
      return lookup.find(id, by).resource();
    }
    VisibleRequests.Found now = lookup.find(id, by);
    if (now.request().isPresent() && now.request().get().state() != RequestState.CANCELLED) {
      cancel(now.request().get(), by);
    } else if (!now.state().equals(StateName.of(RequestState.CANCELLED.name()))) {
      throw ProblemException.of(ProblemType.NOT_CANCELABLE);
    }
    return lookup.find(id, by).resource();
  }

  private void cancel(Request request, Caller by) {
    if (approvals.cancel(request.id(), by.person()) instanceof DecisionResult.Refused refused) {
      throw ProblemException.of(
          refused.why() == DenialReason.NOT_THE_REQUESTER
              ? ProblemType.NOT_THE_REQUESTER
              : ProblemType.NOT_CANCELABLE);
    }
  }

  /** Requests that this application may see, newest first. */
  Map<String, Object> list(Page page, Caller by) {
    List<RequestSummary> rows = new ArrayList<>();
    Optional<RequestId> last = page.before();
    for (int read = 0; read < MOST_READ; read += BATCH) {
      List<RequestId> found = summaries.newest(page.states(), last, BATCH);
      for (RequestSummary one : summaries.of(found)) {
        if (rights.mayRead(by.person(), one)) {
          if (rows.size() == page.limit()) {
            return answer(rows, Optional.of(rows.get(rows.size() - 1).id()));
          }
          rows.add(one);
        }
      }
      if (found.size() < BATCH) {
        return answer(rows, Optional.empty());
      }
      last = Optional.of(found.get(found.size() - 1));
    }
    return answer(rows, last);
  }

  private static Map<String, Object> answer(List<RequestSummary> rows, Optional<RequestId> next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requests", rows.stream().map(Resources::of).toList());
    next.ifPresent(id -> json.put("next", id.toString()));
    return json;
  }
}
