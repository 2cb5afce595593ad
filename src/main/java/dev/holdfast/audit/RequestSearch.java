package dev.holdfast.audit;

import dev.holdfast.request.RequestId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Searches what has been: requests, by what the audit log and they themselves say. Each search
 * reads {@link HistoryIndex} from the newest request that can fit to the older ones.
 */
@Repository
public class RequestSearch {

  /**
   * Requests are numbered in the order in which they are submitted, but for those of the same
   * moment and for the clocks of the replicas.
   */
  private static final long OUT_OF_ORDER = 200;

  private static final Comparator<RequestId> NEWEST_FIRST =
      Comparator.comparingLong(RequestId::number).reversed();

  private final JdbcClient jdbc;

  RequestSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest requests that fit, behind a page where the search says so. */
  public List<RequestId> find(RequestSearchCriteria search, int limit) {
    Optional<Numbers> numbers = numbers(search);
    if (numbers.isEmpty()) {
      return List.of();
    }
    return search
        .person()
        .map(
            person ->
                ids(person).stream()
                    .flatMap(id -> find(search, Optional.of(id), numbers.get(), limit).stream())
                    .distinct()
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList())
        .orElseGet(() -> find(search, Optional.empty(), numbers.get(), limit));
  }

  /** The numbers that a request can have, both included. */
  private record Numbers(long first, long last) {}

  /** Empty when no request is as old or as new as it is searched for. */
  private Optional<Numbers> numbers(RequestSearchCriteria search) {
    long before = search.before().map(id -> id.number() - 1).orElse(Long.MAX_VALUE);
    Optional<Long> first = search.since().map(this::firstSince).orElse(Optional.of(0L));
    Optional<Long> last = search.until().map(this::lastUntil).orElse(Optional.of(before));
    return first.flatMap(from -> last.map(to -> new Numbers(from, Math.min(to, before))));
  }

  private Optional<Long> firstSince(Instant since) {
    return jdbc.sql("select id from requests where created_at >= ? order by created_at limit 1")
        .param(since.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .map(id -> id - OUT_OF_ORDER);
  }

  private Optional<Long> lastUntil(Instant until) {
    return jdbc.sql("select id from requests where created_at < ? order by created_at desc limit 1")
        .param(until.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .map(id -> id + OUT_OF_ORDER);
  }

  private List<String> ids(RequestSearchCriteria.Who person) {
    return person
        .id()
        .map(List::of)
        .orElseGet(
            () ->
                jdbc.sql("select distinct who_id from audit_people where name like ? escape '!'")
                    .param(beginning(person.name()))
                    .query(String.class)
                    .list());
  }

  private static String beginning(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  private List<RequestId> find(
      RequestSearchCriteria search, Optional<String> personId, Numbers numbers, int limit) {
    return HistoryQuery.of(jdbc, search, personId)
        .param("first", numbers.first())
        .param("last", numbers.last())
        .param("limit", limit)
        .query((row, number) -> new RequestId(row.getLong("id")))
        .list();
  }
}
