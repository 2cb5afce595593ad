package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.store.ContentHash;
import dev.holdfast.request.store.RequestDocumentMapper;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EachDatabase
class AuditExporterTests {

  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Databases database;
  private RecordBench record;
  private Request request;

  AuditExporterTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    record = new RecordBench(database);
    request = record.submitted();
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void eachLineCanBeCheckedByItself() throws Exception {
    refused(MEGAN, "ünglück 😀 \"quoted\"\nand more", LATER);

    List<String> lines = written(AuditExportFormat.JSONL, TimeRange.ALWAYS).lines().toList();

    assertThat(lines).hasSize(2);
    String previous = "0".repeat(64);
    for (String line : lines) {
      JsonNode cells = JSON.readTree(line);
      assertThat(cells.get("previous").asString()).isEqualTo(previous);
      assertThat(hash(cells)).isEqualTo(cells.get("hash").asString());
      previous = cells.get("hash").asString();
    }
    assertThat(JSON.readTree(lines.get(0)))
        .isEqualTo(
            JSON.readTree(
                """
                {"position":1,"previous":"%s","id":1,"at":"2026-11-20T10:00:00Z","request":"%s",
                 "version":1,"what":"SUBMITTED","state":"AWAITING_APPROVAL","whoId":"id-alex",
                 "whoName":"Alex Wilber","words":"fresh data for testing","hashVersion":2,
                 "operation":"restore","sourceId":"%s","sourceName":"%s","targetId":"%s",
                 "targetName":"%s","restorePoint":"%s","options":%s,"digest":"%s",
                 "policyDigest":null,"approvals":"{\\"needed\\":1,\\"given\\":[]}",
                 "operationId":null,"correlationId":null,"outcome":null,"content":"%s","hash":"%s"}
                """
                    .formatted(
                        "0".repeat(64),
                        request.id(),
                        UAT.id(),
                        UAT.displayName(),
                        DEV.id(),
                        DEV.displayName(),
                        restore().point(),
                        JSON.writeValueAsString(
                            JSON.writeValueAsString(new TreeMap<>(restore().facts().options()))),
                        Digest.of(restore()).hex(),
                        ContentHash.of(RequestDocumentMapper.write(request)),
                        JSON.readTree(lines.get(1)).get("previous").asString())));
  }

  /** As somebody would who has only the export and its description. */
  private static String hash(JsonNode cells) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (String column : AuditExportRow.COLUMNS.subList(0, AuditExportRow.COLUMNS.size() - 1)) {
      JsonNode cell = cells.get(column);
      String text = cell.isNull() ? "" : cell.asString();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      sha.update((bytes.length + ":" + text).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  @Test
  void aSpanHoldsItsFirstInstantAndNotItsLast() throws IOException {
    refused(MEGAN, "later", LATER);

    assertThat(written(AuditExportFormat.JSONL, new TimeRange(NOW, LATER)).lines()).hasSize(1);
    assertThat(written(AuditExportFormat.JSONL, new TimeRange(LATER, LATER.plusSeconds(1))))
        .contains("\"position\":2", "later")
        .hasLineCount(1);
    assertThat(written(AuditExportFormat.JSONL, new TimeRange(NOW.plusSeconds(1), LATER)))
        .isEmpty();
  }

  @Test
  void commaQuoteAndLineBreakStayInTheirCell() throws IOException {
    refused(new Person("id-o", "O\"Neil, Pat"), "one\r\ntwo", LATER);

    assertThat(written(AuditExportFormat.CSV, new TimeRange(LATER, LATER.plusSeconds(1))))
        .startsWith(
            "position,previous,id,at,request,version,what,state,whoId,whoName,words,hashVersion,"
                + "operation,sourceId,sourceName,targetId,targetName,restorePoint,options,digest,"
                + "policyDigest,approvals,operationId,correlationId,outcome,content,hash\r\n2,")
        .contains(",id-o,\"O\"\"Neil, Pat\",\"one\r\ntwo\",")
        .endsWith("\r\n");
  }

  @Test
  void noCellBecomesAFormula() throws IOException {
    for (String words : List.of("=1+1", "+1", "-1", "@sum", "\t=1", "'quoted", "plain")) {
      refused(new Person("id-e", words), words, LATER);
    }

    assertThat(written(AuditExportFormat.CSV, TimeRange.ALWAYS))
        .contains(
            ",'=1+1,'=1+1,",
            ",'+1,'+1,",
            ",'-1,'-1,",
            ",'@sum,'@sum,",
            ",'\t=1,'\t=1,",
            ",''quoted,''quoted,",
            ",plain,plain,");
  }

  @Test
  void whatHasNoSealIsWrittenToo() throws IOException {
    record.sql(
        """
        insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
        values (timestamp with time zone '2026-11-20 12:00:00+00', 1, 1, 'SUBMITTED', 'RUNNING', 'p', 'P', '')
        """);
    StringWriter out = new StringWriter();

    AuditExporter.Summary summary =
        record.bench.get(AuditExporter.class).write(out, AuditExportFormat.JSONL, TimeRange.ALWAYS);

    assertThat(summary.rows()).isEqualTo(2);
    assertThat(summary.unsealed()).isEqualTo(1);
    assertThat(out.toString()).contains("{\"position\":null,\"previous\":null,\"id\":2,");
  }

  @Test
  void whatIsNotAsSealedIsCountedAndWrittenAsItIs() throws IOException {
    refused(MEGAN, "said", LATER);
    record.unprotect();
    record.sql("update audit set words = 'never said' where id = 2");
    record.sql("delete from audit where id = 1");
    StringWriter out = new StringWriter();

    AuditExporter.Summary summary =
        record.bench.get(AuditExporter.class).write(out, AuditExportFormat.JSONL, TimeRange.ALWAYS);

    assertThat(summary.faulty()).isEqualTo(2);
    assertThat(summary.first()).contains("place 1: its row was removed");
    assertThat(out.toString()).contains("{\"position\":1,", "\"id\":null", "never said");
  }

  private void refused(Person who, String words, Instant at) {
    record.bench.in(
        () ->
            record
                .bench
                .requests()
                .publish(
                    new AuditEvent(
                        request.id(),
                        AuditEventType.DECISION_REFUSED,
                        request.state(),
                        who,
                        at,
                        words)));
  }

  private String written(AuditExportFormat format, TimeRange span) throws IOException {
    StringWriter out = new StringWriter();
    assertThat(record.bench.get(AuditExporter.class).write(out, format, span).faulty()).isZero();
    return out.toString();
  }
}
