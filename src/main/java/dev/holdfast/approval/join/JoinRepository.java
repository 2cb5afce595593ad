package dev.holdfast.approval.join;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.ShortText;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Repository of who joined which request, of all replicas. */
@Repository
public class JoinRepository {

  private static final int LONGEST_NAME = 256;

  private final JdbcClient jdbc;
  private final Clock clock;

  public JoinRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Has a person join a request.
   *
   * @param draft the ID of the form that was sent
   * @return when they joined
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant add(String draft, RequestId request, Person person) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into request_joins (draft, request_id, person_id, person_name, joined_at)
            values (:draft, :request, :person, :name, :now)
            """)
        .param("draft", draft)
        .param("request", request.number())
        .param("person", person.id().toLowerCase(Locale.ROOT))
        .param("name", ShortText.beginning(person.name(), LONGEST_NAME))
        .param("now", utc(now))
        .update();
    return now;
  }

  /** The request that a person's form has joined. */
  Optional<RequestId> find(String draft, Person by) {
    return jdbc.sql("select request_id from request_joins where draft = ? and person_id = ?")
        .params(draft, by.id().toLowerCase(Locale.ROOT))
        .query((row, number) -> new RequestId(row.getLong("request_id")))
        .optional();
  }

  /** Who joined a request, each once, the first one first. */
  public List<Person> of(RequestId request) {
    return jdbc.sql(
            """
            select person_id, max(person_name) as name from request_joins where request_id = ?
            group by person_id order by min(joined_at), person_id
            """)
        .param(request.number())
        .query((row, number) -> new Person(row.getString("person_id"), row.getString("name")))
        .list();
  }

  /** Those of requests that ended; the audit log keeps who joined. */
  int deleteEnded(Instant before, int most) {
    return jdbc.sql(
            """
            delete from request_joins where draft in (
              select draft from request_joins joined
              where joined_at < :before and not exists (
                select 1 from request_environments used
                where used.request_id = joined.request_id and used.active)
              order by joined_at limit :most)
            """)
        .param("before", utc(before))
        .param("most", most)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
