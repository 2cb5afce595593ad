package dev.holdfast.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds requests whose events are not exactly those that made their version: each raises it by one.
 * Tells what the chain alone cannot: rows cut off together with their seals and the end.
 */
@Repository
class RequestComparison {

  private static final int NEWEST = 100;
  private static final int WINDOW = 20_000;

  private final JdbcClient jdbc;

  RequestComparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Among these. */
  List<Long> disagreeing(Collection<Long> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    Set<Long> found = new TreeSet<>();
    found.addAll(
        jdbc.sql(
                """
                select r.id from requests r where r.id in (:requests) and r.version <> (
                  select count(*) from audit a
                  where a.request_id = r.id and a.request_version between 1 and r.version)
                """)
            .param("requests", requests)
            .query(Long.class)
            .list());
    found.addAll(
        jdbc.sql(
                """
                select distinct a.request_id from audit a
                where a.request_id in (:requests) and a.request_version is not null and not exists (
                  select 1 from requests r where r.id = a.request_id and r.version >= a.request_version)
                """)
            .param("requests", requests)
            .query(Long.class)
            .list());
    return List.copyOf(found);
  }

  /**
   * Among the newest and those that are not over: what is cut off the end of the log is most likely
   * theirs.
   */
  List<Long> disagreeingOfLate() {
    Set<Long> late = new TreeSet<>();
    late.addAll(
        jdbc.sql("select id from requests order by id desc limit ?")
            .param(NEWEST)
            .query(Long.class)
            .list());
    late.addAll(
        jdbc.sql("select request_id from request_environments where active limit ?")
            .param(NEWEST)
            .query(Long.class)
            .list());
    return disagreeing(late);
  }

  /** Among all, a part of the numbers after the other, so that no statement takes long. */
  List<Long> disagreeingOfAll() {
    List<Long> found = new ArrayList<>();
    Optional<Long> first = next(Long.MIN_VALUE);
    while (first.isPresent()) {
      long last = first.get() > Long.MAX_VALUE - WINDOW ? Long.MAX_VALUE : first.get() + WINDOW;
      found.addAll(disagreeing(first.get(), last));
      first = next(last);
    }
    return found;
  }

  /** The next number behind one that a request or a row of the log has. */
  Optional<Long> next(long behind) {
    return jdbc.sql(
            """
            select min(id) from (
              (select id from requests where id > :behind order by id limit 1)
              union all
              (select request_id as id from audit where request_id > :behind
                order by request_id limit 1)) numbers
            """)
        .param("behind", behind)
        .query(Long.class)
        .optional();
  }

  private List<Long> disagreeing(long first, long last) {
    return jdbc.sql(
            """
            select id from (
              select r.id from requests r where r.id between :first and :last and r.version <> (
                select count(*) from audit a
                where a.request_id = r.id and a.request_version between 1 and r.version)
              union
              select a.request_id as id from audit a
              where a.request_id between :first and :last
                and a.request_version is not null and not exists (
                  select 1 from requests r
                  where r.id = a.request_id and r.version >= a.request_version)
            ) odd order by id
            """)
        .param("first", first)
        .param("last", last)
        .query(Long.class)
        .list();
  }
}
