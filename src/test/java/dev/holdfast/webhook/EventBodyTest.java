package dev.holdfast.webhook;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.WebhookSchema;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventBodyTest {

  private static final URI SOURCE = URI.create("urn:holdfast:test");
  private static final String ID = "0b9c9b1e-0d1c-4c50-9a35-3d64d9b6a001";

  private static Stream<OperationSpec> work() {
    return Stream.of(
        Samples.restore(), Samples.restoreWithSafetyBackup(), Samples.copy(), Samples.backup());
  }

  private static Request request(OperationSpec work) {
    return Request.submit(new RequestId(1001), Samples.details(work, 2));
  }

  private static RequestEvent event(Request request, RequestEventType type) {
    return new RequestEvent(request.id(), 7, type, request.state(), MEGAN, NOW, "looks good to me");
  }

  private static JsonNode body(Request request, RequestEvent event, boolean texts) {
    return JsonMapper.shared().readTree(EventBody.of(request, event, ID, SOURCE, texts));
  }

  @ParameterizedTest
  @EnumSource
  void theDataOfEachEventFitsTheSchema(RequestEventType type) {
    List<JsonNode> bodies =
        work()
            .map(EventBodyTest::request)
            .flatMap(
                request ->
                    Stream.of(true, false).map(texts -> body(request, event(request, type), texts)))
            .toList();

    assertThat(bodies)
        .allSatisfy(
            body -> {
              assertThat(WebhookSchema.problems(body.path("data"))).isEmpty();
              assertThat(body.path("type").asString())
                  .isEqualTo("dev.holdfast.request." + body.path("data").path("event").asString());
            });
  }

  @Test
  void isACloudEvent() {
    Request request = request(Samples.restore());
    JsonNode body = body(request, event(request, RequestEventType.APPROVED), false);

    assertThat(body.propertyNames())
        .containsExactly(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data");
    assertThat(body.path("specversion").asString()).isEqualTo("1.0");
    assertThat(body.path("id").asString()).isEqualTo(ID);
    assertThat(body.path("source").asString()).isEqualTo("urn:holdfast:test");
    assertThat(body.path("type").asString()).isEqualTo("dev.holdfast.request.approved");
    assertThat(body.path("subject").asString()).isEqualTo("R-1001");
    assertThat(OffsetDateTime.parse(body.path("time").asString()).toInstant()).isEqualTo(NOW);
    assertThat(body.path("time").asString()).endsWith("Z");
    assertThat(body.path("dataschema").asString()).isEqualTo(EventBody.SCHEMA);
  }

  @Test
  void saysWhatAReceiverNeeds() {
    Request request = request(Samples.restore());
    JsonNode data = body(request, event(request, RequestEventType.APPROVED), false).path("data");

    assertThat(data.path("operation").asString()).isEqualTo("restore");
    assertThat(data.path("state").asString()).isEqualTo("awaiting_approval");
    assertThat(data.path("version").asLong()).isEqualTo(7);
    assertThat(data.path("requester").asString()).isEqualTo(ALEX.id());
    assertThat(data.path("actor").asString()).isEqualTo(MEGAN.id());
    assertThat(data.path("rehearsal").asBoolean(true)).isFalse();
    assertThat(data.path("approvals").toString()).isEqualTo("{\"needed\":2,\"given\":0}");
    assertThat(Instant.parse(data.path("restorePoint").asString()))
        .isEqualTo(Instant.parse("2026-11-19T17:00:00Z"));
    assertThat(data.path("environments").toString())
        .isEqualTo(
            "[{\"id\":\"env-uat\",\"name\":\"Contoso UAT\",\"role\":\"data_leaves\"},"
                + "{\"id\":\"env-dev\",\"name\":\"Contoso Dev\",\"role\":\"overwritten\"}]");
  }

  @Test
  void hasNoTextsOfPeopleUnlessTheyAreAskedFor() {
    Request request = request(Samples.restore());
    RequestEvent event = event(request, RequestEventType.APPROVED);

    assertThat(body(request, event, false).toString())
        .doesNotContain("fresh data", "looks good", "Alex", "Megan");
    JsonNode texts = body(request, event, true).path("data").path("texts");
    assertThat(texts.path("reason").asString()).isEqualTo("fresh data for testing");
    assertThat(texts.path("words").asString()).isEqualTo("looks good to me");
  }

  @Test
  void cutsLongTexts() {
    Request request = request(Samples.restore());
    RequestEvent event =
        new RequestEvent(
            request.id(),
            2,
            RequestEventType.APPROVED,
            request.state(),
            MEGAN,
            NOW,
            "x".repeat(1998) + "🎉🎉🎉");
    JsonNode data = body(request, event, true).path("data");

    assertThat(WebhookSchema.problems(data)).isEmpty();
    assertThat(data.path("texts").path("words").asString()).isEqualTo("x".repeat(1998) + "…");
  }
}
