package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.simulator.Tenant;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The world through the Power Platform API: its words, its pages, its refusals (facts 2). */
class PpapiTests {

  private static final String VERSION = "api-version=2024-10-01";

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private HttpRequest.Builder request(String path) {
    String sign = path.contains("?") ? "&" : "?";
    URI address = tenant.base().resolve("/environmentmanagement" + path + sign + VERSION);
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer x");
  }

  private HttpResponse<String> get(String path) {
    return tenant.send(request(path));
  }

  private HttpResponse<String> post(String path, String body) {
    return tenant.send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> restore(RestoreOrder order, String query, String point) {
    String body =
        """
        {"sourceEnvironmentId":"%s","restorePointDateTime":"%s",
        "restoreOptions":{"skipAuditData":true}}\
        """
            .formatted(order.sourceId(), point);
    return post("/environments/%s/restore%s".formatted(order.targetId(), query), body);
  }

  private HttpResponse<String> restore(String source, String target, String query) {
    return restore(tenant.restore(source, target), query, "2026-11-19T12:00:00+02:00");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return SimulatorJson.MAPPER.readTree(answer.body());
  }

  @Test
  void pagesOfEnvironmentsAreLinked() {
    JsonNode first = json(get("/environments"));
    assertThat(first.path("value")).hasSize(10);
    JsonNode second = pageAfter(first);
    assertThat(second.path("value")).hasSize(10);
    JsonNode third = pageAfter(second);
    assertThat(third.path("value")).hasSize(10);
    JsonNode last = pageAfter(third);
    assertThat(last.path("value")).hasSize(1);
    assertThat(last.has("@odata.nextlink")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"validation-later, ValidationPassed", "validation-fails-later, ValidationFailed"})
  void aCheckCanTakeItsTime(String fault, String end) {
    tenant.faults("Contoso Dev", "[{\"kind\":\"%s\"}]".formatted(fault));
    HttpResponse<String> answer = restore("Contoso UAT", "Contoso Dev", "?ValidateOnly=true");
    assertThat(answer.statusCode()).isEqualTo(202);
    URI operation = URI.create(answer.headers().firstValue("Operation-Location").orElseThrow());
    assertThat(followed(operation).path("status").asString()).isEqualTo("Queued");
    tenant.clock.advance(Duration.ofMinutes(1));
    assertThat(followed(operation).path("status").asString()).isEqualTo("InProgress");
    tenant.clock.advance(Duration.ofMinutes(1));
    JsonNode ended = followed(operation);
    assertThat(ended.path("status").asString()).isEqualTo(end);
    assertThat(ended.path("errorDetail").path("fieldErrors").isEmpty())
        .isEqualTo(end.equals("ValidationPassed"));
    assertThat(tenant.named("Contoso Dev").inAdministrationMode()).isFalse();
    assertThat(tenant.api.operations(tenant.named("Contoso Dev").id())).isEmpty();
  }

  @Test
  void aCheckCanTurnOutToBeTheRealThing() {
    HttpResponse<String> answer =
        restore("Contoso UAT", "Northwind Reckless", "?ValidateOnly=true");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(tenant.api.operations(tenant.named("Northwind Reckless").id())).hasSize(1);
  }

  private JsonNode followed(URI operation) {
    return json(tenant.send(HttpRequest.newBuilder(operation).header("Authorization", "Bearer x")));
  }

  private JsonNode pageAfter(JsonNode page) {
    URI next = URI.create(page.path("@odata.nextlink").asString());
    return json(tenant.send(HttpRequest.newBuilder(next).header("Authorization", "Bearer x")));
  }

  @Test
  void topIsNotSupported() {
    HttpResponse<String> answer = get("/environments?$top=5");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("message").asString()).contains("$top");
  }

  @Test
  void anEnvironmentIsWordedFlat() {
    JsonNode uat = json(get("/environments/" + tenant.named("Contoso UAT").id()));
    assertThat(uat.path("type").asString()).isEqualTo("Sandbox");
    assertThat(uat.path("geo").asString()).isEqualTo("europe");
    assertThat(uat.path("adminMode").asString()).isEqualTo("Disabled");
    assertThat(uat.path("finOpsMetadata").path("type").asString()).isEqualTo("Internal");
    JsonNode payroll = json(get("/environments/" + tenant.named("Contoso Payroll").id()));
    assertThat(payroll.path("enterprisePolicies").path("encryption").path("status").asString())
        .isEqualTo("Linked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/environments/nowhere", "/operations/nothing", "/nothing"})
  void whatIsNotThereIsAnsweredPlainly(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("code").asString()).contains("NotFound");
    assertThat(json(answer).path("message").asString()).isNotBlank();
  }

  @Test
  void pagesOfBackupsHangTogetherByATokenThatMustBeEncoded() {
    String path = "/environments/%s/backups".formatted(tenant.named("Contoso Sales").id());
    for (int number = 0; number < 11; number++) {
      assertThat(post(path, "{\"label\":\"one\"}").statusCode()).isEqualTo(201);
    }
    JsonNode first = json(get(path));
    assertThat(first.path("collection")).hasSize(10);
    String token = first.path("continuationToken").asString();
    assertThat(get(path + "?continuationToken=" + token).statusCode()).isEqualTo(400);
    String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
    JsonNode last = json(get(path + "?continuationToken=" + encoded));
    assertThat(last.path("collection")).hasSize(2);
    assertThat(last.path("continuationToken").isNull()).isTrue();
  }

  @Test
  void oneBackupIsShownWhereItBelongs() {
    String path = "/environments/%s/backups".formatted(tenant.named("Contoso UAT").id());
    JsonNode first = json(get(path)).path("collection").get(0);
    String id = first.path("id").asString();
    assertThat(json(get(path + "/" + id))).isEqualTo(first);
    String elsewhere = "/environments/%s/backups/".formatted(tenant.named("Contoso Dev").id());
    assertThat(get(elsewhere + id).statusCode()).isEqualTo(404);
  }

  @Test
  void anOrderIsAnOperationOfTheOneWorld() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    HttpResponse<String> taken = restore("Contoso UAT", "Contoso Dev", "");
    assertThat(taken.statusCode()).isEqualTo(202);
    URI location = URI.create(taken.headers().firstValue("operation-location").orElseThrow());
    String id = location.getPath().substring("/environmentmanagement/operations/".length());
    assertThat(tenant.api.operations(order.targetId()))
        .singleElement()
        .satisfies(seen -> assertThat(seen.id()).isEqualTo(id));
    tenant.clock.advance(Duration.ofHours(1));
    JsonNode running = json(get("/operations/" + id));
    assertThat(running.path("status").asString()).isEqualTo("InProgress");
    assertThat(running.path("endTime").isNull()).isTrue();
    String same = "/environments/%s/operations".formatted(order.targetId());
    assertThat(json(get(same + "/" + id))).isEqualTo(running);
    assertThat(json(get(same)).path("collection").get(0)).isEqualTo(running);
    JsonNode record = tenant.orders().get(0);
    assertThat(record.path("api").asString()).isEqualTo("ppapi");
    assertThat(record.path("kind").asString()).isEqualTo("restore");
    assertThat(record.path("operation").asString()).isEqualTo(id);
  }

  @Test
  void aCheckIsRecordedAsOne() {
    HttpResponse<String> passed = restore("Contoso UAT", "Contoso Dev", "?ValidateOnly=true");
    assertThat(passed.statusCode()).isEqualTo(200);
    assertThat(json(passed).path("status").asString()).isEqualTo("ValidationPassed");
    assertThat(tenant.orders())
        .singleElement()
        .satisfies(order -> assertThat(order.path("kind").asString()).isEqualTo("validation"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?ValidateOnly=true"})
  void aRefusalNamesTheField(String query) {
    HttpResponse<String> refused = restore("Contoso UAT", "Contoso US UAT", query);
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode detail = json(refused).path("errorDetail");
    assertThat(detail.path("code").asString()).isEqualTo("ValidationFailed");
    assertThat(messages(detail, "sourceEnvironmentId")).contains("same region");
    HttpResponse<String> busy = restore("Contoso UAT", "Contoso Build", query);
    assertThat(busy.statusCode()).isEqualTo(409);
    assertThat(json(busy).path("errorDetail").path("code").asString())
        .isEqualTo("OperationNotStartable");
  }

  private static String messages(JsonNode detail, String field) {
    return detail.path("fieldErrors").path(field).path("errorMessages").toString();
  }

  @Test
  void aPointWithoutAnOffsetIsRefused() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    HttpResponse<String> refused = restore(order, "", "2026-11-19T10:00:00");
    assertThat(messages(json(refused).path("errorDetail"), "restorePointDateTime"))
        .contains("offset");
  }

  @Test
  void theCandidatesAreTheServicesOwnOpinion() {
    assertThat(candidates("Contoso UAT"))
        .contains("Contoso Dev", "Contoso Test", "Contoso UAT")
        .doesNotContain("Contoso Production", "Contoso Training", "Contoso Silent");
    assertThat(candidates("Contoso Dev")).contains("Contoso UAT");
    assertThat(restore("Contoso Dev", "Contoso UAT", "").statusCode()).isEqualTo(400);
    assertThat(restore("Contoso UAT", "Contoso Silent", "").statusCode()).isEqualTo(202);
  }

  private List<String> candidates(String source) {
    String path =
        "/environments/%s/restoreCandidates?limit=50".formatted(tenant.named(source).id());
    return json(get(path))
        .path("collection")
        .valueStream()
        .map(one -> one.path("displayName").asString())
        .toList();
  }

  @Test
  void brokenJsonIsAnsweredInItsOwnWords() {
    String path = "/environments/%s/restore".formatted(tenant.named("Contoso Dev").id());
    assertThat(json(post(path, "{")).path("errorDetail").path("code").asString())
        .isEqualTo("ValidationFailed");
  }
}
