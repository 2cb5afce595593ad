package dev.holdfast.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.ChatBench;
import dev.holdfast.operation.draft.DraftRepository;
import dev.holdfast.operation.draft.ReviewedDraft;
import dev.holdfast.operation.restore.RestoreSpec;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts are read by this version and by that before it, beside which a replica may run. */
class StoredDraftTests {

  /** As the version wrote it whose drafts could only hold a restore. */
  private static final String OF_A_RESTORE =
      "{\"id\":\"d-1\",\"ownerId\":\"id-alex\",\"input\":{\"source\":\"env-uat\","
          + "\"pointKind\":\"instant\",\"backup\":\"\",\"date\":\"2026-11-19\","
          + "\"time\":\"18:00\",\"zone\":\"Europe/Berlin\",\"target\":\"env-dev\","
          + "\"targetName\":\"\",\"securityGroup\":\"\",\"skipAuditData\":false,"
          + "\"safetyBackup\":true,\"reason\":\"fresh data\"},"
          + "\"work\":{\"kind\":\"restore\",\"source\":{\"id\":\"env-uat\","
          + "\"displayName\":\"Contoso UAT\",\"details\":\"Sandbox\"},"
          + "\"target\":{\"id\":\"env-dev\",\"displayName\":\"Contoso Dev\",\"details\":\"\"},"
          + "\"point\":\"2026-11-19T17:00:00Z\",\"backupLabel\":\"Weekly\","
          + "\"targetName\":\"Dev 2\",\"skipAuditData\":false,\"securityGroupId\":null,"
          + "\"safetyBackup\":true},"
          + "\"checks\":[{\"rule\":\"R13\",\"severity\":\"AMBER\","
          + "\"sentence\":\"Everything is lost.\",\"source\":\"Microsoft Learn\"}],"
          + "\"refusal\":\"\",\"reviewedAt\":\"2026-11-20T10:00:00Z\"}";

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void aDraftOfAnEarlierVersionIsReadAndWrittenByteForByteAsThen() {
    DraftRepository drafts = bench.bench.get(DraftRepository.class);
    JdbcClient jdbc = bench.bench.get(JdbcClient.class);
    jdbc.sql("insert into drafts (id, owner_id, created_at, body) values ('d-1', 'a', :at, :body)")
        .param("at", OffsetDateTime.parse("2026-11-20T10:00:00Z"))
        .param("body", OF_A_RESTORE)
        .update();
    ReviewedDraft draft = drafts.find("d-1").orElseThrow();
    assertThat(((RestoreSpec) draft.work()).backupLabel()).contains("Weekly");

    jdbc.sql("delete from drafts").update();
    drafts.add(draft);

    assertThat(jdbc.sql("select body from drafts").query(String.class).single())
        .isEqualTo(OF_A_RESTORE);
  }

  @Test
  void whatWasPutInIsThereToBeEditedAlsoWhereItWasStoredBeforeThatCouldBePutIn() {
    String before =
        OF_A_RESTORE
            .replace("\"securityGroup\":\"\",", "")
            .replace("\"zone\":\"Europe/Berlin\",", "");
    bench
        .bench
        .get(JdbcClient.class)
        .sql("insert into drafts (id, owner_id, created_at, body) values ('d-1', 'a', :at, :body)")
        .param("at", OffsetDateTime.parse("2026-11-20T10:00:00Z"))
        .param("body", before)
        .update();
    ReviewedDraft draft = bench.bench.get(DraftRepository.class).find("d-1").orElseThrow();
    Operation<?> operation = bench.bench.get(OperationCatalog.class).of(draft.work());
    assertThat(operation.reviewForm().edit().apply(draft.input()))
        .containsEntry("zone", "")
        .containsEntry("securityGroup", "")
        .containsEntry("date", "2026-11-19")
        .containsEntry("skipAuditData", "false")
        .containsEntry("safetyBackup", "true");
  }
}
