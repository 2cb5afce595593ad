package dev.holdfast.operation.draft;

import dev.holdfast.request.step.OperationSpecs;
import dev.holdfast.request.store.RequestJsonFactory;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The store of drafts. What nobody submits is kept for a while only. */
@Repository
public class DraftRepository {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DraftRepository(JdbcClient jdbc, OperationSpecs specs) {
    this.jdbc = jdbc;
    this.json = RequestJsonFactory.mapper(specs);
  }

  @Transactional
  public void add(ReviewedDraft draft) {
    jdbc.sql("insert into drafts (id, owner_id, created_at, body) values (:id, :owner, :at, :body)")
        .param("id", draft.id())
        .param("owner", draft.ownerId())
        .param("at", draft.reviewedAt().atOffset(ZoneOffset.UTC))
        .param("body", json.writeValueAsString(draft))
        .update();
  }

  public Optional<ReviewedDraft> find(String id) {
    return jdbc.sql("select body from drafts where id = ?")
        .param(id)
        .query((row, number) -> json.readValue(row.getString("body"), ReviewedDraft.class))
        .optional();
  }
}
