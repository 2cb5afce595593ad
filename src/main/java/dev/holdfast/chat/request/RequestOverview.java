package dev.holdfast.chat.request;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.audit.RequestSearch;
import dev.holdfast.audit.RequestSearchCriteria;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What concerns a person among the requests, in a few rows. */
@Component
public class RequestOverview {

  private static final int ROWS = 3;

  /** Among so many of a person's newest requests, pairs of environments are looked for. */
  private static final int LOOKED_AT = 30;

  private final RequestListCards lists;
  private final RequestSearch history;
  private final RequestSummaries summaries;
  private final ReadingRights rights;
  private final OperationCatalog operations;
  private final RequestRows rows;

  RequestOverview(
      RequestListCards lists,
      RequestSearch history,
      RequestSummaries summaries,
      ReadingRights rights,
      OperationCatalog operations,
      RequestRows rows) {
    this.lists = lists;
    this.history = history;
    this.summaries = summaries;
    this.rights = rights;
    this.operations = operations;
    this.rows = rows;
  }

  /**
   * The newest of a list.
   *
   * @param all data of {@code history.show} for the whole list; empty where these are all
   */
  public record Newest(List<RequestListView.Row> rows, Optional<Map<String, String>> all) {}

  /** What waits for this person's decision. */
  public Newest waitingFor(ChatUser who) {
    return newest(lists.newestWaitingFor(who), RequestListCards.waiting());
  }

  /** What is under way. */
  public Newest underWay(ChatUser who) {
    return newest(lists.newestUnderWay(who), RequestListCards.underWay());
  }

  private static Newest newest(List<RequestListView.Row> rows, Map<String, String> all) {
    return new Newest(
        rows.stream().limit(ROWS).toList(),
        rows.size() > ROWS ? Optional.of(all) : Optional.empty());
  }

  /**
   * What this person asked for most recently and can ask for again: each kind of operation and its
   * environments once.
   */
  public List<RequestListView.Row> repeatable(ChatUser who) {
    Set<Pair> seen = new HashSet<>();
    return summaries.of(history.find(by(who), LOOKED_AT)).stream()
        .filter(request -> request.requester().id().equals(who.id()))
        .filter(request -> seen.add(Pair.of(request)))
        .filter(isRepeatableBy(who))
        .limit(ROWS)
        .map(request -> rows.of(request, who))
        .toList();
  }

  private Predicate<RequestSummary> isRepeatableBy(ChatUser who) {
    return summary ->
        rights
            .find(summary.id().toString(), who.person())
            .flatMap(request -> operations.of(request.details().spec()).anew())
            .isPresent();
  }

  private static RequestSearchCriteria by(ChatUser who) {
    return new RequestSearchCriteria(
        Optional.empty(),
        Optional.of(new RequestSearchCriteria.Who(who.name(), Optional.of(who.id()))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private record Pair(String kind, List<String> environmentIds) {

    static Pair of(RequestSummary request) {
      return new Pair(
          request.kind(),
          request.environments().stream()
              .map(EnvironmentUse::environment)
              .map(environment -> environment.id())
              .toList());
    }
  }
}
