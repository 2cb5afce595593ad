package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.api.ApiMetrics;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.testing.ApiClient;
import dev.holdfast.testing.ApiClient.Answer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application asks for through the HTTP API, and how people and it follow that. */
class ApiFlowTests extends SteppedJob {

  private static final String PIPELINE = "00000000-0000-0000-0000-000000000031";
  private static final String STRANGER = "00000000-0000-0000-0000-000000000032";

  private ApiClient pipeline;

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.put("holdfast.policy[0].requesters[0]", "*");
    settings.put("holdfast.policy[0].requesters[1]", "app:" + PIPELINE);
    settings.put("holdfast.policy[0].backup-needs-approval", true);
    settings.put("holdfast.api.applications[0].id", PIPELINE);
    settings.put("holdfast.api.applications[0].name", "Release pipeline");
    return settings;
  }

  @BeforeEach
  void begin() {
    start(Databases.H2.fresh(), Map.of());
    install();
    pipeline = ApiClient.of(holdfast().messages(), PIPELINE);
  }

  @Test
  void aBackupIsApprovedInTeamsAndFollowedToItsEnd() throws Exception {
    Answer taken = pipeline.post("/requests", "run-1", backup("before release"));
    assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
    assertThat(taken.text("state")).isEqualTo("checking");
    String path = taken.header("Location").replace("/api/v1", "");
    CompletableFuture<Answer> waiting = pipeline.getLater(path + "?wait=60s&state=checking");
    holdfast().work();
    Answer asked = waiting.get(30, TimeUnit.SECONDS);
    assertThat(asked.text("state")).isEqualTo("awaitingApproval");
    assertThat(asked.text("number")).isEqualTo("R-1001");

    FakeMessage card = meganChat.awaitText("Release pipeline (application, through the HTTP API)");
    approvers.awaitText("Release pipeline (application, through the HTTP API)");
    meganChat.clicks(megan, card, "request.approve", Map.of());
    meganChat.awaitText("Contoso UAT is backed up");
    Answer done = pipeline.get(path + "?wait=60s");
    assertThat(done.text("state")).isEqualTo("succeeded");
    assertThat(done.json().path("closed").asBoolean()).isTrue();
    assertThat(done.json().path("decisions").path(0).path("by").asString("")).contains("Megan");
    assertThat(backupCalls()).isEqualTo(1);
  }

  @Test
  void theSameKeyIsOneRequestAndAnotherBodyUnderItIsRefused() {
    Answer first = pipeline.post("/requests", "run-1", backup("before release"));
    Answer again = pipeline.post("/requests", "run-1", backup("before release"));
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    Answer other = pipeline.post("/requests", "run-1", backup("something else"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("type")).isEqualTo("urn:holdfast:problem:idempotency-key-reused");
    holdfast().work();
    Answer late = pipeline.post("/requests", "run-1", backup("before release"));
    assertThat(late.text("number")).isEqualTo("R-1001");
    assertThat(pipeline.get("/requests").json().path("requests")).hasSize(1);
  }

  @Test
  void callsAreCountedByTheirAnswerAndWhoIsNotLetInToo() throws Exception {
    holdfast().get(ApiMetrics.class).afterSingletonsInstantiated();
    pipeline.post("/requests", "run-1", backup("before release"));
    pipeline.post("/requests", "run-1", backup("before release"));
    assertThat(pipeline.get("/requests/R-9").status()).isEqualTo(404);
    HttpResponse<String> nobody =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(holdfast().messages().resolve("/api/v1/requests")).build(),
                BodyHandlers.ofString());

    assertThat(nobody.statusCode()).isEqualTo(401);
    await()
        .untilAsserted(
            () -> {
              assertThat(counted("calls", "status", "2xx")).isEqualTo(2);
              assertThat(counted("calls", "status", "4xx")).isEqualTo(2);
            });
    assertThat(counted("orders", "repeated", "true")).isEqualTo(1);
    assertThat(counted("refused", "reason", "token")).isEqualTo(1);
    assertThat(counted("refused", "reason", "role")).isZero();
  }

  private double counted(String name, String tag, String value) {
    return holdfast()
        .get(MeterRegistry.class)
        .get("holdfast.api." + name)
        .tag(tag, value)
        .counter()
        .count();
  }

  @Test
  void itCancelsWhatItHasAskedForAlsoTwice() {
    String checking = pipeline.post("/requests", "run-1", backup("one")).text("id");
    assertThat(cancel(checking).text("state")).isEqualTo("canceled");
    String waiting = pipeline.post("/requests", "run-2", backup("two")).text("id");
    holdfast().work();
    assertThat(cancel(waiting).text("state")).isEqualTo("canceled");
    assertThat(cancel(waiting).status()).isEqualTo(200);
    assertThat(pipeline.get("/requests/R-1001").text("state")).isEqualTo("canceled");
    assertThat(pipeline.get("/requests/R-1002").status()).isEqualTo(404);
  }

  @Test
  void aRestoreNeedsItsConfirmationAndAcceptedWarnings() {
    String at = simulated.instant().minusSeconds(7200).toString().substring(0, 16) + ":00Z";
    String restore =
        "{'operation':'restore','source':'%s','target':'%s','instant':'%s','reason':'test'"
            .formatted(id("Contoso UAT"), id("Contoso Dev"), at)
            .replace('\'', '"');
    assertThat(ended("a", restore + "}")).contains("urn:holdfast:problem:not-confirmed");
    assertThat(ended("b", restore + ",\"confirm\":\"Contoso Dev\"}"))
        .contains("urn:holdfast:problem:warnings-not-accepted", "\"severity\":\"amber\"");
    assertThat(restoreCalls()).isZero();
    assertThat(ended("c", restore + ",\"confirm\":\"Contoso Dev\",\"acceptWarnings\":true}"))
        .contains("awaitingApproval");
    assertThat(pipeline.post("/requests?dryRun=true", "d", restore + "}").status()).isEqualTo(202);
    holdfast().work();
    assertThat(pipeline.post("/requests?dryRun=true", "d", restore + "}").text("state"))
        .isEqualTo("checked");
    assertThat(pipeline.get("/requests").json().path("requests")).hasSize(1);
  }

  @Test
  void aCopyIsAskedForInTheSameWay() {
    String copy =
        "{'operation':'copy','source':'%s','target':'%s','type':'minimal','reason':'test','confirm':'Contoso Dev','acceptWarnings':true}"
            .formatted(id("Contoso UAT"), id("Contoso Dev"))
            .replace('\'', '"');
    assertThat(ended("a", copy)).contains("awaitingApproval", "R-1001");
  }

  @Test
  void itStartsWhenTheOrderSaysSo() {
    String start = simulated.instant().plusSeconds(7200).toString().substring(0, 16) + ":00Z";
    String id = pipeline.post("/requests", "run-1", planned(start, "PT15M")).text("id");
    holdfast().work();
    assertThat(pipeline.get("/requests/" + id).json().path("start").toString())
        .contains(start, "PT15M", "until");
    meganChat.clicks(
        megan,
        meganChat.awaitMessage("the approval", m -> offers(m, "request.approve")),
        "request.approve",
        Map.of());
    pass(Duration.ofMinutes(115));
    pipeline = ApiClient.of(holdfast().messages(), PIPELINE);
    assertThat(pipeline.get("/requests/" + id).text("state")).isEqualTo("approved");
    assertThat(backupCalls()).isZero();
    pass(Duration.ofMinutes(10));
    assertThat(backupCalls()).isEqualTo(1);
  }

  private String planned(String notBefore, String grace) {
    return backup("tonight")
        .replaceFirst(
            "}$",
            ",\"start\":{\"notBefore\":\"%s\",\"grace\":\"%s\"}}".formatted(notBefore, grace));
  }

  @Test
  void whatIsNoStartIsRefused() {
    for (String start :
        List.of(
            "\"tonight\"",
            "{\"notBefore\":\"tonight\"}",
            "{\"grace\":\"PT1H\"}",
            "{\"notBefore\":\"2026-11-20T21:00:00Z\",\"grace\":\"an hour\"}",
            "{\"notBefore\":\"2026-11-20T21:00:00Z\",\"until\":\"x\"}")) {
      Answer refused =
          pipeline.post(
              "/requests", "run-1", backup("one").replaceFirst("}$", ",\"start\":" + start + "}"));
      assertThat(refused.status()).as(start).isEqualTo(422);
      assertThat(refused.json().path("errors").has("start")).as(start).isTrue();
    }
    assertThat(ended("a", planned("2026-11-20T09:00:00Z", "PT1H"))).contains("in the past");
    assertThat(ended("b", planned("2026-11-20T21:00:00Z", "P30D"))).contains("from 5 min to 12 h");
  }

  @Test
  void whoIsntNamedSeesNothingAndGetsNothing() {
    ApiClient stranger = ApiClient.of(holdfast().messages(), STRANGER);
    String mine = pipeline.post("/requests", "run-1", backup("one")).text("id");
    holdfast().work();
    assertThat(stranger.get("/requests/" + mine).status()).isEqualTo(404);
    assertThat(stranger.get("/requests/R-1001").status()).isEqualTo(404);
    assertThat(stranger.get("/requests").json().path("requests")).isEmpty();
    Answer hidden = stranger.post("/requests", "x", backup("one"));
    Answer unknown =
        stranger.post("/requests", "y", backup("one").replace(id("Contoso UAT"), PIPELINE));
    holdfast().work();
    Answer ofHidden = stranger.get("/requests/" + hidden.text("id"));
    Answer ofUnknown = stranger.get("/requests/" + unknown.text("id"));
    assertThat(ofHidden.text("state")).isEqualTo("refused");
    assertThat(ofHidden.json().path("problem")).isEqualTo(ofUnknown.json().path("problem"));
    assertThat(ofHidden.response().body()).doesNotContain("Contoso");
  }

  @Test
  void everyErrorHasProblemDetails() {
    assertProblem(pipeline.withToken("no token").get("/requests"), 401);
    assertProblem(pipeline.get("/requests/R-99"), 404);
    assertProblem(pipeline.get("/nothing"), 404);
    assertProblem(pipeline.get("/requests?limit=x"), 400);
    assertProblem(pipeline.get("/requests/R-99?wait=soon"), 400);
    assertProblem(pipeline.send(pipeline.request("/requests").DELETE()), 405);
    assertProblem(pipeline.post("/requests", "", backup("one")), 400);
    assertProblem(pipeline.post("/requests", "k", "{"), 400);
    assertProblem(pipeline.post("/requests", "k", "{\"a\":1,\"a\":2}"), 400);
    assertProblem(pipeline.post("/requests", "k", "{}"), 422);
    assertProblem(pipeline.post("/requests", "k", " ".repeat(17_000) + backup("one")), 413);
    assertProblem(
        pipeline.send(
            pipeline
                .request("/requests")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("one"))),
        415);
    Answer wrong = pipeline.post("/requests", "k", backup("one").replace("\"label\"", "\"lable\""));
    assertProblem(wrong, 422);
    assertThat(wrong.json().path("errors").propertyNames()).containsExactly("label", "lable");
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().has("properties")).isFalse();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private String ended(String key, String body) {
    Answer taken = pipeline.post("/requests", key, body);
    assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
    holdfast().work();
    return pipeline.get("/requests/" + taken.text("id")).response().body();
  }

  private Answer cancel(String id) {
    return pipeline.post("/requests/" + id + "/cancel", "", "");
  }

  private String backup(String label) {
    return "{\"operation\":\"backup\",\"source\":\"%s\",\"label\":\"%s\"}"
        .formatted(id("Contoso UAT"), label);
  }

  private String id(String name) {
    return holdfast().get(EnvironmentCatalog.class).all().subjects().stream()
        .filter(environment -> environment.name().equals(name))
        .map(EnvironmentProfile::id)
        .findFirst()
        .orElseThrow();
  }
}
