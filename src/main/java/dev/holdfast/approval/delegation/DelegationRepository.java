package dev.holdfast.approval.delegation;

import dev.holdfast.request.Person;
import dev.holdfast.support.ShortText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The delegations of all replicas. */
@Repository
public class DelegationRepository {

  private static final int LONGEST_NAME = 256;

  private final JdbcClient jdbc;

  public DelegationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Delegation add(Person from, Person to, Instant since, Instant until) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into delegations (from_id, from_name, to_id, to_name, started_at, until_at)
            values (:from, :fromName, :to, :toName, :since, :until)
            """)
        .param("from", lower(from.id()))
        .param("fromName", ShortText.beginning(from.name(), LONGEST_NAME))
        .param("to", lower(to.id()))
        .param("toName", ShortText.beginning(to.name(), LONGEST_NAME))
        .param("since", utc(since))
        .param("until", utc(until))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    return find(id).orElseThrow();
  }

  /**
   * @return whether it hadn't ended before
   */
  boolean end(long id, Delegation.End end) {
    return jdbc.sql(
                """
                update delegations set ended_at = :at, ended_by_id = :by, ended_by_name = :byName
                where id = :id and ended_at is null
                """)
            .param("at", utc(end.at()))
            .param("by", end.by().id())
            .param("byName", ShortText.beginning(end.by().name(), LONGEST_NAME))
            .param("id", id)
            .update()
        > 0;
  }

  public Optional<Delegation> find(long id) {
    return jdbc.sql("select * from delegations where id = ?")
        .param(id)
        .query(DelegationRepository::read)
        .optional();
  }

  /** Those by which a person decides for others now, in the order in which they began. */
  public List<Delegation> to(Person delegate, Instant now) {
    return jdbc.sql(
            """
            select * from delegations where to_id = ? and ended_at is null and until_at > ?
            order by id
            """)
        .params(lower(delegate.id()), utc(now))
        .query(DelegationRepository::read)
        .list();
  }

  /** Those by which others decide for a person now. */
  public List<Delegation> from(Person approver, Instant now) {
    return jdbc.sql(
            """
            select * from delegations where from_id = ? and ended_at is null and until_at > ?
            order by id
            """)
        .params(lower(approver.id()), utc(now))
        .query(DelegationRepository::read)
        .list();
  }

  /** All that hold now. */
  public List<Delegation> active(Instant now) {
    return jdbc.sql(
            "select * from delegations where ended_at is null and until_at > ? order by until_at,"
                + " id")
        .param(utc(now))
        .query(DelegationRepository::read)
        .list();
  }

  /** Ended ones that nobody asks for any more. */
  int deleteEnded(Instant before, int most) {
    return jdbc.sql(
            """
            delete from delegations where id in (
              select id from delegations where ended_at < :before order by ended_at limit :most)
            """)
        .param("before", utc(before))
        .param("most", most)
        .update();
  }

  private static Delegation read(ResultSet row, int number) throws SQLException {
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new Delegation(
        row.getLong("id"),
        new Person(row.getString("from_id"), row.getString("from_name")),
        new Person(row.getString("to_id"), row.getString("to_name")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant(),
        endedAt == null
            ? Optional.empty()
            : Optional.of(
                new Delegation.End(
                    new Person(row.getString("ended_by_id"), row.getString("ended_by_name")),
                    endedAt.toInstant())));
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
