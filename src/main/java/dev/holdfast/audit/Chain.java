package dev.holdfast.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the chain, never more of it at once than a page. */
@Repository
class Chain {

  private static final String LINKS =
      """
      select s.position, s.hash, p.hash as previous, a.*
      from audit_seals s
        left join audit_seals p on p.position = s.position - 1
        left join audit a on a.id = s.audit_id
      """;

  private final JdbcClient jdbc;

  Chain(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The places behind one and up to another, in order. */
  List<Link> between(long behind, long upTo) {
    return jdbc.sql(LINKS + "where s.position > ? and s.position <= ? order by s.position")
        .params(behind, upTo)
        .query(Link::read)
        .list();
  }

  /** The next places behind one whose row is of a span of time, in order. */
  List<Link> next(long behind, long upTo, Span span, int limit) {
    return jdbc.sql(
            LINKS
                + """
                where s.position > :behind and s.position <= :upTo
                  and (a.id is null or (a.at >= :from and a.at < :to))
                order by s.position limit :limit
                """)
        .param("behind", behind)
        .param("upTo", upTo)
        .param("from", span.fromUtc())
        .param("to", span.toUtc())
        .param("limit", limit)
        .query(Link::read)
        .list();
  }

  /** The next rows behind one that no seal covers, in the order of their ids. */
  List<Entry> unsealed(long behind, Span span, int limit) {
    return jdbc.sql(
            """
            select * from audit a
            where a.id > :behind and a.at >= :from and a.at < :to
              and not exists (select 1 from audit_seals s where s.audit_id = a.id)
            order by a.id limit :limit
            """)
        .param("behind", behind)
        .param("from", span.fromUtc())
        .param("to", span.toUtc())
        .param("limit", limit)
        .query(Entry::read)
        .list();
  }

  /**
   * Rows that no seal covers.
   *
   * @param unversioned of them, those without a version, which only a hand can have added
   */
  record Unsealed(long rows, long unversioned) {}

  Unsealed unsealed() {
    return jdbc.sql(
            """
            select count(*) as found, count(case when a.request_version is null then 1 end) as odd
            from audit a where not exists (select 1 from audit_seals s where s.audit_id = a.id)
            """)
        .query((row, number) -> new Unsealed(row.getLong("found"), row.getLong("odd")))
        .single();
  }

  /** The newest place, wherever the end is said to be; 0 where there is none. */
  long newest() {
    return jdbc.sql("select coalesce(max(position), 0) from audit_seals")
        .query(Long.class)
        .single();
  }

  /**
   * Requests whose events are not exactly those that made their version: each raises it by one.
   * Tells what the chain alone cannot: rows cut off together with their seals and the end.
   */
  List<Long> requestsThatDisagree(int limit) {
    return jdbc.sql(
            """
            select id from (
              select r.id from requests r where r.version <> (
                select count(*) from audit a
                where a.request_id = r.id and a.request_version between 1 and r.version)
              union
              select a.request_id as id from audit a where a.request_version is not null
                and not exists (
                  select 1 from requests r
                  where r.id = a.request_id and r.version >= a.request_version)
            ) odd order by id limit ?
            """)
        .param(limit)
        .query(Long.class)
        .list();
  }
}
