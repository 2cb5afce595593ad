package dev.holdfast.audit;

import dev.holdfast.request.RequestId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the chain, never more of it at once than a page. */
@Repository
class AuditChainReader {

  private static final String LINKS =
      """
      select s.position, s.hash, p.hash as previous, a.*
      from audit_seals s
        left join audit_seals p on p.position = s.position - 1
        left join audit a on a.id = s.audit_id
      """;

  private final JdbcClient jdbc;

  AuditChainReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The places behind one and up to another, in order. */
  List<AuditChainLink> between(long behind, long upTo) {
    return jdbc.sql(LINKS + "where s.position > ? and s.position <= ? order by s.position")
        .params(behind, upTo)
        .query(AuditChainLink::read)
        .list();
  }

  /** The places of the rows of a request. */
  List<AuditChainLink> of(RequestId request) {
    return jdbc.sql(
            """
            select s.position, s.hash, p.hash as previous, a.*
            from audit a
              join audit_seals s on s.audit_id = a.id
              left join audit_seals p on p.position = s.position - 1
            where a.request_id = ? order by s.position
            """)
        .param(request.number())
        .query(AuditChainLink::read)
        .list();
  }

  /** The next places behind one whose row is of a span of time, in order. */
  List<AuditChainLink> next(long behind, long upTo, TimeRange span, int limit) {
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
        .query(AuditChainLink::read)
        .list();
  }

  /** The next rows behind one that no seal covers, in the order of their ids. */
  List<AuditEntry> unsealed(long behind, TimeRange span, int limit) {
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
        .query(AuditEntry::read)
        .list();
  }

  /**
   * Rows that no seal covers.
   *
   * @param unversioned of them, those without a version, which only a hand can have added
   */
  record Unsealed(long rows, long unversioned) {

    static final Unsealed NONE = new Unsealed(0, 0);

    Unsealed plus(Unsealed others) {
      return new Unsealed(rows + others.rows, unversioned + others.unversioned);
    }
  }

  /** Of the rows with an id behind one and up to another. */
  Unsealed unsealed(long behind, long upTo) {
    return jdbc.sql(
            """
            select count(*) as found, count(case when a.request_version is null then 1 end) as odd
            from audit a where a.id > ? and a.id <= ?
              and not exists (select 1 from audit_seals s where s.audit_id = a.id)
            """)
        .params(behind, upTo)
        .query((row, number) -> new Unsealed(row.getLong("found"), row.getLong("odd")))
        .single();
  }

  /** The next id behind one that a row has, sealed or not. */
  Optional<Long> nextRow(long behind) {
    return jdbc.sql("select min(id) from audit where id > ?")
        .param(behind)
        .query(Long.class)
        .optional();
  }

  /** The newest place, wherever the end is said to be; 0 where there is none. */
  long newest() {
    return jdbc.sql("select coalesce(max(position), 0) from audit_seals")
        .query(Long.class)
        .single();
  }

  /** The seal at a place; empty where it is gone. */
  Optional<String> seal(long position) {
    return jdbc.sql("select hash from audit_seals where position = ?")
        .param(position)
        .query(String.class)
        .optional();
  }
}
