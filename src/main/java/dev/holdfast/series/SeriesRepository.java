package dev.holdfast.series;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.support.ShortText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The series of all replicas, and their runs. */
@Repository
public class SeriesRepository {

  private static final int LONGEST_NAME = 256;

  private final JdbcClient jdbc;

  public SeriesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Series series) {
    jdbc.sql(
            """
            insert into series (id, owner_id, owner_name, state, approval_id, next_at, failures_from, reason, by_name, changed_at)
            values (:id, :owner, :ownerName, :state, :approval, :next, :from, :reason, :by, :at)
            """)
        .param("id", series.id().number())
        .param("owner", series.owner().id())
        .param("ownerName", ShortText.beginning(series.owner().name(), LONGEST_NAME))
        .param("state", series.state().name())
        .param("approval", series.approval().number())
        .param("next", utc(series.next()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("from", utc(series.failuresFrom()))
        .param("reason", reason(series))
        .param("by", ShortText.beginning(series.standing().by(), LONGEST_NAME))
        .param("at", utc(series.standing().since()))
        .update();
  }

  /** Stores what has changed of a series that is locked. */
  void save(Series series) {
    jdbc.sql(
            """
            update series set state = :state, approval_id = :approval, next_at = :next,
              failures_from = :from, reason = :reason, by_name = :by, changed_at = :at
            where id = :id
            """)
        .param("state", series.state().name())
        .param("approval", series.approval().number())
        .param("next", utc(series.next()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("from", utc(series.failuresFrom()))
        .param("reason", reason(series))
        .param("by", ShortText.beginning(series.standing().by(), LONGEST_NAME))
        .param("at", utc(series.standing().since()))
        .param("id", series.id().number())
        .update();
  }

  public Optional<Series> find(SeriesId id) {
    return jdbc.sql("select * from series where id = ?")
        .param(id.number())
        .query(SeriesRepository::read)
        .optional();
  }

  /** The same, and nobody changes it before the running transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Series> lock(SeriesId id) {
    return jdbc.sql("select * from series where id = ? for update")
        .param(id.number())
        .query(SeriesRepository::read)
        .optional();
  }

  /** Those in a state, the ones that came to it last first. */
  List<Series> in(SeriesState state, int most) {
    return jdbc.sql(
            """
            select * from series where state = ?
            order by state desc, changed_at desc limit ?
            """)
        .params(state.name(), most)
        .query(SeriesRepository::read)
        .list();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the run was requested or left out
   *     before
   */
  void addRun(SeriesId series, Run run) {
    jdbc.sql(
            """
            insert into series_runs (series_id, planned_at, state, request_id)
            values (:series, :at, :state, :request)
            """)
        .param("series", series.number())
        .param("at", utc(run.at()))
        .param("state", run.state().name())
        .param("request", run.request().map(RequestId::number).orElse(null), Types.BIGINT)
        .update();
  }

  /**
   * @return whether it had been in the other state
   */
  boolean moveRun(SeriesId series, Instant at, RunState from, RunState to) {
    return jdbc.sql(
                """
                update series_runs set state = :to
                where series_id = :series and planned_at = :at and state = :from
                """)
            .param("to", to.name())
            .param("series", series.number())
            .param("at", utc(at))
            .param("from", from.name())
            .update()
        > 0;
  }

  Optional<Run> run(SeriesId series, Instant at) {
    return jdbc.sql("select * from series_runs where series_id = ? and planned_at = ?")
        .params(series.number(), utc(at))
        .query(SeriesRepository::readRun)
        .optional();
  }

  /** Its runs so far, the last first. */
  public List<Run> runs(SeriesId series, int most) {
    return jdbc.sql(
            "select * from series_runs where series_id = ? order by planned_at desc limit ?")
        .params(series.number(), most)
        .query(SeriesRepository::readRun)
        .list();
  }

  /** How the last runs ended from an instant on, the last first. */
  List<RunState> outcomes(SeriesId series, Instant from, int most) {
    return jdbc.sql(
            """
            select state from series_runs
            where series_id = ? and planned_at >= ? and state in ('SUCCEEDED', 'FAILED')
            order by planned_at desc limit ?
            """)
        .params(series.number(), utc(from), most)
        .query((row, number) -> RunState.valueOf(row.getString("state")))
        .list();
  }

  /** Those that are requested and haven't ended, the first one first. */
  List<Run> open(SeriesId series) {
    return jdbc.sql(
            """
            select * from series_runs where series_id = ? and state = 'REQUESTED'
            order by planned_at
            """)
        .param(series.number())
        .query(SeriesRepository::readRun)
        .list();
  }

  private static @Nullable String reason(Series series) {
    return series.standing().reason().map(SeriesReason::name).orElse(null);
  }

  private static Series read(ResultSet row, int number) throws SQLException {
    OffsetDateTime next = row.getObject("next_at", OffsetDateTime.class);
    return new Series(
        new SeriesId(row.getLong("id")),
        new Person(row.getString("owner_id"), row.getString("owner_name")),
        new Series.Standing(
            SeriesState.valueOf(row.getString("state")),
            Optional.ofNullable(row.getString("reason")).map(SeriesReason::valueOf),
            row.getString("by_name"),
            row.getObject("changed_at", OffsetDateTime.class).toInstant()),
        new RequestId(row.getLong("approval_id")),
        Optional.ofNullable(next).map(OffsetDateTime::toInstant),
        row.getObject("failures_from", OffsetDateTime.class).toInstant());
  }

  private static Run readRun(ResultSet row, int number) throws SQLException {
    long request = row.getLong("request_id");
    return new Run(
        row.getObject("planned_at", OffsetDateTime.class).toInstant(),
        RunState.valueOf(row.getString("state")),
        request == 0 ? Optional.empty() : Optional.of(new RequestId(request)));
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(SeriesRepository::utc).orElse(null);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
