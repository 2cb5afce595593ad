package dev.holdfast.audit.content;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.store.RequestDocumentMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Whether the requests that aren't over are stored as the audit log says. */
@Component
public class StoredRequestsCheck implements DoctorCheck {

  private static final int MOST = 500;
  private static final int NAMED = 5;

  /** So long after a request was found changed, somebody should have seen it. */
  private static final Duration TOLD = Duration.ofDays(7);

  private static final Remedy CHANGED =
      new Remedy(
          "Somebody changed the database by hand, or it was put back to an older state. Holdfast"
              + " won't start these requests. Find out who has access, compare with the audit log,"
              + " and request again what is still needed. Holdfast works on:",
          Optional.of("java -jar holdfast.jar --audit-export --output=audit.jsonl"));

  private final JdbcClient jdbc;
  private final RecordedContents contents;
  private final RequestDocumentMapper documents;
  private final Clock clock;

  StoredRequestsCheck(
      JdbcClient jdbc, RecordedContents contents, RequestDocumentMapper documents, Clock clock) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public String name() {
    return "Stored requests";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    List<Found> open = open();
    Set<String> changed = new LinkedHashSet<>();
    open.stream()
        .filter(found -> found.difference().isPresent())
        .map(found -> found.id().toString())
        .forEach(changed::add);
    changed.addAll(foundOfLate());
    return changed.isEmpty()
        ? CheckResult.ok(
            "%d open request(s) are stored as they were written.".formatted(open.size()))
        : CheckResult.broken(
            "%d request(s) aren't stored as Holdfast stored them: %s."
                .formatted(
                    changed.size(),
                    changed.stream().limit(NAMED).collect(Collectors.joining(", "))),
            CHANGED);
  }

  private List<String> foundOfLate() {
    Instant since = clock.instant().minus(TOLD);
    return jdbc.sql(
            """
            select distinct request_id from audit
            where at >= ? and request_version is null and what = ? order by request_id desc
            """)
        .params(since.atOffset(ZoneOffset.UTC), AuditEventType.REQUEST_CHANGED.name())
        .query((row, number) -> new RequestId(row.getLong("request_id")).toString())
        .list();
  }

  private record Found(RequestId id, Optional<String> difference) {}

  private List<Found> open() {
    return jdbc.sql(
            """
            select id, state, version, source_id, affected_id, requester_id, body from requests
            where id in (select request_id from request_environments where active)
            order by id desc limit ?
            """)
        .param(MOST)
        .query(this::found)
        .list();
  }

  private Found found(ResultSet row, int number) throws SQLException {
    RequestId id = new RequestId(row.getLong("id"));
    try {
      Request request = documents.read(id, row.getString("body"));
      Optional<String> inColumns =
          isSame(row, request)
              ? Optional.empty()
              : Optional.of("its columns differ from its document");
      return new Found(id, inColumns.or(() -> contents.differenceOf(request)));
    } catch (JacksonException e) {
      // A newer replica may have written it; this one can't start it.
      return new Found(id, Optional.empty());
    }
  }

  private static boolean isSame(ResultSet row, Request request) throws SQLException {
    return row.getString("state").equals(request.state().name())
        && row.getLong("version") == request.version()
        && row.getString("source_id").equals(request.details().spec().source().id())
        && row.getString("affected_id").equals(request.details().spec().affected().id())
        && row.getString("requester_id").equals(request.details().requester().id());
  }
}
