package dev.holdfast.audit;

import dev.holdfast.request.RequestState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statement for a search. It reads each state from a range of one index, newest request first,
 * and merges them, so that neither database has a choice. The columns that are the same for all
 * rows are in the order too, because H2 reads an index in its order only with all of its columns.
 */
final class HistoryQuery {

  private final RequestSearchCriteria search;
  private final Optional<String> personId;
  private final Map<String, Object> values = new HashMap<>();

  private HistoryQuery(RequestSearchCriteria search, Optional<String> personId) {
    this.search = search;
    this.personId = personId;
  }

  /**
   * @param personId who asked, decided, took back or had something done; not who was refused
   */
  static JdbcClient.StatementSpec of(
      JdbcClient jdbc, RequestSearchCriteria search, Optional<String> personId) {
    HistoryQuery query = new HistoryQuery(search, personId);
    return jdbc.sql(query.sql()).params(query.values);
  }

  private String sql() {
    if (search.environmentId().isPresent() || personId.isPresent()) {
      values.put("environment", search.environmentId().orElse(HistoryIndex.ANY));
      values.put("person", personId.orElse(HistoryIndex.ANY));
      return newest(states().map(this::indexed));
    }
    boolean all = search.state().isEmpty() && search.since().isEmpty() && search.until().isEmpty();
    return newest(all ? Stream.of(requests("", "id desc")) : states().map(this::ofState));
  }

  private static String newest(Stream<String> ranges) {
    return ranges.collect(
        Collectors.joining(
            ") union all (",
            "select id from ((",
            ")) newest_of_each order by id desc limit :limit"));
  }

  private Stream<RequestState> states() {
    return search.state().map(Stream::of).orElseGet(() -> Arrays.stream(RequestState.values()));
  }

  private String indexed(RequestState state) {
    return range(
        "history_index",
        "request_id",
        "environment_id = :environment and person_id = :person and state = '%s' and "
            .formatted(state.name()),
        "environment_id desc, person_id desc, state desc, request_id desc");
  }

  private String ofState(RequestState state) {
    return requests("state = '%s' and ".formatted(state.name()), "state desc, id desc");
  }

  private String requests(String condition, String order) {
    return range("requests", "id", condition, order);
  }

  private String range(String table, String id, String condition, String order) {
    String since = search.since().map(at -> time("created_at >= :since", "since", at)).orElse("");
    String until = search.until().map(at -> time("created_at < :until", "until", at)).orElse("");
    return "select %s as id from %s where %s%s%s%s >= :first and %s <= :last order by %s limit :limit"
        .formatted(id, table, condition, since, until, id, id, order);
  }

  private String time(String condition, String name, Instant instant) {
    values.put(name, instant.atOffset(ZoneOffset.UTC));
    return condition + " and ";
  }
}
