package dev.holdfast.audit.content;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.store.ContentHash;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares requests with the hash that the audit log has of each of their versions. */
@Repository
public class RecordedContents {

  private final JdbcClient jdbc;

  RecordedContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How what a request was read from differs from what was written; empty when it doesn't, or when
   * the request is new or of a time when nothing of this was written.
   */
  public Optional<String> differenceOf(Request request) {
    return request.document().flatMap(document -> difference(request, document));
  }

  /** Whether a request was once found to differ; what was written since then proves nothing. */
  public boolean isMarked(RequestId id) {
    return jdbc.sql(
                "select count(*) from audit where request_id = ? and request_version is null and"
                    + " what = ?")
            .params(id.number(), AuditEventType.REQUEST_CHANGED.name())
            .query(Long.class)
            .single()
        > 0;
  }

  private Optional<String> difference(Request request, String document) {
    long version = ContentHash.version(document);
    List<Row> rows =
        jdbc.sql(
                """
                select request_version, content, digest from audit
                where request_id = ? and request_version in (1, ?) order by request_version
                """)
            .params(request.id().number(), version)
            .query(
                (row, number) ->
                    new Row(
                        row.getLong("request_version"),
                        Optional.ofNullable(row.getString("content")),
                        Optional.ofNullable(row.getString("digest"))))
            .list();
    Optional<Row> submitted = rows.stream().filter(row -> row.version() == 1).findFirst();
    Optional<Row> latest = rows.stream().filter(row -> row.version() == version).findFirst();
    if (submitted.isEmpty() || latest.isEmpty()) {
      return Optional.of("the audit log has no row that made version %d of it".formatted(version));
    }
    return difference(
        submitted.get(), latest.get(), ContentHash.of(document), request.details().digest().hex());
  }

  private record Row(long version, Optional<String> content, Optional<String> digest) {}

  private static Optional<String> difference(
      Row submitted, Row latest, String content, String digest) {
    if (submitted.digest().filter(recorded -> !recorded.equals(digest)).isPresent()) {
      return Optional.of("it asks for something else than what was submitted");
    }
    if (latest.content().isEmpty()) {
      return submitted
          .content()
          .map(
              known ->
                  "version %d of it was written by an older version of Holdfast, which doesn't say what it stored"
                      .formatted(latest.version()));
    }
    return latest.content().get().equals(content)
        ? Optional.empty()
        : Optional.of(
            "it isn't stored as Holdfast stored version %d of it".formatted(latest.version()));
  }
}
