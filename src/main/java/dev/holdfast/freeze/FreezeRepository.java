package dev.holdfast.freeze;

import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The freezes of all replicas. */
@Repository
public class FreezeRepository {

  /** Stands for every environment. */
  static final String EVERYTHING = "*";

  private final JdbcClient jdbc;

  FreezeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Freeze add(
      Optional<EnvironmentRef> environment,
      Person by,
      String reason,
      Instant since,
      Instant until) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into freezes (environment_id, environment_name, by_id, by_name, reason, started_at, until_at)
            values (:environment, :name, :by, :byName, :reason, :since, :until)
            """)
        .param("environment", idOf(environment))
        .param("name", environment.map(EnvironmentRef::displayName).orElse(""))
        .param("by", by.id())
        .param("byName", by.name())
        .param("reason", reason)
        .param("since", utc(since))
        .param("until", utc(until))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    return new Freeze(id, environment, by, reason, since, until, Optional.empty());
  }

  /**
   * @return whether it hadn't ended before
   */
  boolean end(long id, Freeze.End end) {
    return jdbc.sql(
                """
                update freezes set ended_at = :at, ended_by_id = :by, ended_by_name = :byName
                where id = :id and ended_at is null
                """)
            .param("at", utc(end.at()))
            .param("by", end.by().id())
            .param("byName", end.by().name())
            .param("id", id)
            .update()
        > 0;
  }

  public Optional<Freeze> find(long id) {
    return jdbc.sql("select * from freezes where id = ?")
        .param(id)
        .query(FreezeRepository::read)
        .optional();
  }

  /** What is frozen, those of everything first, then by their end. */
  public List<Freeze> active(Instant now) {
    return jdbc.sql(
            """
            select * from freezes where ended_at is null and until_at > ?
            order by case environment_id when '*' then 0 else 1 end, until_at, id
            """)
        .param(utc(now))
        .query(FreezeRepository::read)
        .list();
  }

  /** The one that keeps any of these environments from a start for the longest. */
  Optional<Freeze> activeOn(Set<String> environmentIds, Instant now) {
    return jdbc.sql(
            """
            select * from freezes
            where ended_at is null and until_at > :now
              and (environment_id = '*' or environment_id in (:environments))
            order by until_at desc, id limit 1
            """)
        .param("now", utc(now))
        .param("environments", environmentIds)
        .query(FreezeRepository::read)
        .optional();
  }

  /** Those of exactly this that nobody ended, also when their time is over. */
  List<Freeze> notEnded(Optional<EnvironmentRef> environment) {
    return jdbc.sql(
            "select * from freezes where ended_at is null and environment_id = ? order by id")
        .param(idOf(environment))
        .query(FreezeRepository::read)
        .list();
  }

  private static String idOf(Optional<EnvironmentRef> environment) {
    return environment.map(EnvironmentRef::id).orElse(EVERYTHING);
  }

  private static Freeze read(ResultSet row, int number) throws SQLException {
    String environment = row.getString("environment_id");
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new Freeze(
        row.getLong("id"),
        environment.equals(EVERYTHING)
            ? Optional.empty()
            : Optional.of(
                new EnvironmentRef(environment, row.getString("environment_name"), "", Map.of())),
        new Person(row.getString("by_id"), row.getString("by_name")),
        row.getString("reason"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant(),
        endedAt == null
            ? Optional.empty()
            : Optional.of(
                new Freeze.End(
                    new Person(row.getString("ended_by_id"), row.getString("ended_by_name")),
                    endedAt.toInstant())));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
