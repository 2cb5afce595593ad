package dev.holdfast.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seals of the record: who adds one holds the end of the chain until the commit. */
@Repository
class AuditSealRepository {

  private final JdbcClient jdbc;

  AuditSealRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The end of the chain.
   *
   * @param position 0 before the first
   * @param swept the id up to which no row is without a seal
   */
  record Head(long position, String hash, long swept) {}

  Head head() {
    return head("");
  }

  /** Waits until nobody else adds to the chain. The last lock that a transaction takes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Head lock() {
    return head(" for update");
  }

  private Head head(String lock) {
    return jdbc.sql("select position, hash, swept from audit_head where id = 1" + lock)
        .query(
            (row, number) ->
                new Head(row.getLong("position"), row.getString("hash"), row.getLong("swept")))
        .single();
  }

  /**
   * Seals rows in their order, behind an end that is locked.
   *
   * @return the new end
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Head seal(Head head, List<AuditEntry> entries) {
    long position = head.position();
    String hash = head.hash();
    for (AuditEntry entry : entries) {
      position++;
      hash = entry.hash(position, hash);
      jdbc.sql("insert into audit_seals (position, audit_id, hash) values (?, ?, ?)")
          .params(position, entry.id(), hash)
          .update();
    }
    return moved(new Head(position, hash, head.swept()));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Head moved(Head head) {
    jdbc.sql("update audit_head set position = ?, hash = ?, swept = ? where id = 1")
        .params(head.position(), head.hash(), head.swept())
        .update();
    return head;
  }

  /** The rows with these ids, in their order, as the database keeps them. */
  List<AuditEntry> written(List<Long> ids) {
    return jdbc.sql("select * from audit where id in (:ids) order by id")
        .param("ids", ids)
        .query(AuditEntry::read)
        .list();
  }

  /**
   * Rows of an older Holdfast, which knew no seals, in their order. A row without a version was
   * never written by one.
   */
  List<AuditEntry> unsealedBehind(long id, int limit) {
    return jdbc.sql(
            """
            select * from audit a
            where a.id > :id and a.request_version is not null
              and not exists (select 1 from audit_seals s where s.audit_id = a.id)
            order by a.id limit :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query(AuditEntry::read)
        .list();
  }
}
