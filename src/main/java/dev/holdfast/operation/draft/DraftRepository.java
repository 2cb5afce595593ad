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
    add(draft, Optional.empty());
  }

  /**
   * @param shown where it has to be brought up to date
   */
  @Transactional
  void add(ReviewedDraft draft, Optional<ShownReview> shown) {
    jdbc.sql(
            """
            insert into drafts (id, owner_id, created_at, body, shown)
            values (:id, :owner, :at, :body, :shown)
            """)
        .param("shown", shown.map(json::writeValueAsString).orElse(null))
        .param("id", draft.id())
        .param("owner", draft.ownerId())
        .param("at", draft.reviewedAt().atOffset(ZoneOffset.UTC))
        .param("body", json.writeValueAsString(draft))
        .update();
  }

  /** Keeps what was found later. */
  @Transactional
  public void replace(ReviewedDraft draft) {
    jdbc.sql("update drafts set body = :body where id = :id")
        .param("body", json.writeValueAsString(draft))
        .param("id", draft.id())
        .update();
  }

  /** Where a draft has to be brought up to date. */
  Optional<ShownReview> shown(String id) {
    return jdbc.sql("select shown from drafts where id = ? and shown is not null")
        .param(id)
        .query((row, number) -> json.readValue(row.getString("shown"), ShownReview.class))
        .optional();
  }

  /** It has been brought up to date. */
  @Transactional
  public void forgetShown(String id) {
    jdbc.sql("update drafts set shown = null where id = ?").param(id).update();
  }

  public Optional<ReviewedDraft> find(String id) {
    return jdbc.sql("select body from drafts where id = ?")
        .param(id)
        .query((row, number) -> json.readValue(row.getString("body"), ReviewedDraft.class))
        .optional();
  }
}
