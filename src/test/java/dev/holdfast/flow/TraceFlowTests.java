package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.Relay;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.WebhookReceiver;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The traces of a restore, from the click to the notification, across durable tasks. */
@EachDatabase
class TraceFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approvals: 0}
          overwritten: {request: "*", approve: %s, safety-backup: none, ticket: required}
      """;

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "http.request.method",
          "http.route",
          "url.template",
          "http.response.status_code",
          "error.type",
          "holdfast.system",
          "holdfast.request",
          "holdfast.task");

  private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir private Path folder;
  private final TestDatabase database;
  private final FakeServiceNow tickets = new FakeServiceNow();
  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Relay adminApi = Relay.to(simulator.baseUrl());
  private final TraceCollector collector = new TraceCollector();
  private final InMemorySpanExporter exported = InMemorySpanExporter.create();

  TraceFlowTests(Databases databases) {
    this.database = databases.fresh();
  }

  @AfterEach
  void closeTheOthers() {
    stop();
    tickets.close();
    receiver.close();
    adminApi.close();
    collector.close();
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings =
        new LinkedHashMap<>(
            under(write(folder.resolve("policy.yaml"), POLICY.formatted(megan.entraId()))));
    settings.put("holdfast.admin-api.base-url", adminApi.address());
    settings.put("holdfast.tickets.kind", "servicenow");
    settings.put("holdfast.tickets.url", tickets.url());
    settings.put("holdfast.tickets.credential.user", "holdfast");
    settings.put("holdfast.tickets.credential.secret", "hush");
    settings.put("holdfast.webhooks.endpoints[0].name", "ops");
    settings.put("holdfast.webhooks.endpoints[0].url", receiver.url());
    settings.put("holdfast.webhooks.endpoints[0].secrets[0]", WebhookReceiver.secret('a'));
    return settings;
  }

  @Test
  void aRestoreIsOneTraceFromItsSubmissionToItsEnd() {
    start(
        database,
        Map.of("management.opentelemetry.tracing.export.otlp.endpoint", collector.endpoint()),
        context -> context.registerBean(InMemorySpanExporter.class, () -> exported));
    restore();
    List<SpanData> spans = spans();
    SpanData submitted = one(spans, "request submitted");
    List<SpanData> trace =
        spans.stream().filter(span -> span.getTraceId().equals(submitted.getTraceId())).toList();

    SpanData submission = parent(submitted, spans);
    assertThat(submission.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(submission.getName()).isEqualTo("POST /api/messages");
    assertThat(isRoot(submission)).isTrue();
    assertThat(stored()).isEqualTo(traceparent(submitted));
    assertThat(trace.stream().filter(TraceFlowTests::isRoot)).containsExactly(submission);
    assertThat(trace.stream().map(SpanData::getName).filter(name -> name.startsWith("request ")))
        .containsExactlyInAnyOrder(
            "request submitted",
            "request approved",
            "request starting",
            "request started",
            "request verifying",
            "request succeeded");
    assertThat(trace)
        .filteredOn(span -> span.getName().startsWith("request "))
        .allSatisfy(span -> assertThat(attribute(span, "holdfast.request")).isEqualTo("R-1001"));

    SpanData click = linked(one(spans, "request approved"), spans);
    assertThat(click.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(click.getTraceId()).isNotEqualTo(submitted.getTraceId());
    theCallIsPartOfIt(spans);
    eachLookIsATraceOfItsOwn(spans, submitted);
    theEndIsToldInIt(spans);
    nothingIsToldThatIsNobodysBusiness(spans);
    noTraceLeaves();
    assertThat(collector.calls())
        .isNotEmpty()
        .allMatch("POST /v1/traces application/x-protobuf"::equals);
  }

  private void theCallIsPartOfIt(List<SpanData> spans) {
    SpanData start = one(spans, "start operation");
    assertThat(start.getTraceId()).isEqualTo(one(spans, "request submitted").getTraceId());
    assertThat(parent(one(spans, "request started"), spans)).isEqualTo(start);
    assertThat(children(start, spans))
        .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.getName())
                  .isEqualTo("POST /environmentmanagement/environments/{id}/restore");
              assertThat(attribute(call, "holdfast.system")).isEqualTo("admin-api");
              assertThat(attribute(call, "http.response.status_code")).isEqualTo("202");
            });
  }

  /** The first belongs to the approval; those that follow link to it. */
  private static void eachLookIsATraceOfItsOwn(List<SpanData> spans, SpanData submitted) {
    List<SpanData> looks =
        spans.stream()
            .filter(span -> span.getName().equals("task drive-request"))
            .filter(TraceFlowTests::isRoot)
            .toList();
    assertThat(looks).hasSizeGreaterThan(3);
    assertThat(looks.stream().map(SpanData::getTraceId)).doesNotHaveDuplicates();
    SpanData approved = one(spans, "request approved");
    assertThat(looks).allSatisfy(look -> assertThat(linked(look, spans)).isEqualTo(approved));
    assertThat(looks.stream().map(SpanData::getTraceId)).doesNotContain(submitted.getTraceId());
    assertThat(looks).contains(linked(one(spans, "request verifying"), spans));
    assertThat(looks).contains(linked(one(spans, "request succeeded"), spans));
    assertThat(spans)
        .filteredOn(span -> span.getName().equals("request progressed"))
        .isNotEmpty()
        .allSatisfy(progress -> assertThat(looks).contains(parent(progress, spans)));
  }

  private static void theEndIsToldInIt(List<SpanData> spans) {
    SpanData end = one(spans, "request succeeded");
    assertThat(callsOf("task deliver-notice", end, spans))
        .contains("POST /v3/conversations/{id}/activities")
        .contains("PUT /v3/conversations/{id}/activities/{id}");
    assertThat(callsOf("task deliver-webhook", end, spans)).containsExactly("POST webhook");
    assertThat(callsOf("task write-to-ticket", end, spans)).contains("PATCH ticket system");
  }

  private static Stream<String> callsOf(String task, SpanData cause, List<SpanData> spans) {
    return children(cause, spans).stream()
        .filter(span -> span.getName().equals(task))
        .flatMap(span -> children(span, spans).stream())
        .filter(span -> span.getKind() == SpanKind.CLIENT)
        .map(SpanData::getName);
  }

  private void nothingIsToldThatIsNobodysBusiness(List<SpanData> spans) {
    Set<String> keys = new HashSet<>();
    spans.forEach(span -> span.getAttributes().forEach((key, value) -> keys.add(key.getKey())));
    assertThat(ATTRIBUTES).containsAll(keys);
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.getEvents()).isEmpty();
              assertThat(span.getStatus().getDescription()).isEmpty();
              assertThat(span.getName() + span.getAttributes() + span.getLinks())
                  .doesNotContain("Contoso", "fresh data", "CHG0030052", "hush", "Bearer")
                  .doesNotContain("Alex", "Megan", alex.entraId(), megan.entraId())
                  .doesNotContain(alexChat.id(), meganChat.id(), approvers.id())
                  .doesNotContain("c0a50000", "?", "api-version", "127.0.0.1", CALLERS_TRACE);
            });
  }

  private void noTraceLeaves() {
    assertThat(adminApi.calls()).isNotEmpty();
    Stream.of(adminApi.headers(), teams.headers(), receiver.headers(), tickets.headers())
        .forEach(
            headers ->
                assertThat(headers)
                    .isNotEmpty()
                    .doesNotContain("Traceparent", "Tracestate", "Baggage", "B3", "X-b3-traceid"));
  }

  @Test
  void withoutAnEndpointNothingIsTraced() {
    start(database, Map.of());
    restore();

    assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
        .isThrownBy(() -> holdfast().get(SdkTracerProvider.class));
    assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
        .isThrownBy(() -> holdfast().get(Tracer.class));
    assertThat(stored()).isEqualTo("none");
    assertThat(
            JdbcClient.create(holdfast().get(DataSource.class))
                .sql("select count(*) from scheduled_tasks where traceparent is not null")
                .query(Integer.class)
                .single())
        .isZero();
    noTraceLeaves();
    assertThat(collector.calls()).isEmpty();
  }

  private void restore() {
    install();
    callWithATraceOfItsOwn();
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(
        alex, form, "restore.review", Map.of("reason", "fresh data", "ticket", "CHG0030052"));
    FakeMessage review = alexChat.awaitMessage("the review", m -> offers(m, "restore.submit"));
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    FakeMessage asked = meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    pass(Duration.ofMinutes(10));
    assertThat(restoreCalls()).isEqualTo(1);
  }

  private void callWithATraceOfItsOwn() {
    HttpRequest call =
        HttpRequest.newBuilder(holdfast().messages())
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .header("traceparent", "00-" + CALLERS_TRACE + "-b7ad6b7169203331-01")
            .build();
    HttpClient.newHttpClient().sendAsync(call, HttpResponse.BodyHandlers.discarding()).join();
  }

  private List<SpanData> spans() {
    assertThat(
            holdfast()
                .get(SdkTracerProvider.class)
                .forceFlush()
                .join(10, TimeUnit.SECONDS)
                .isSuccess())
        .isTrue();
    List<SpanData> spans = exported.getFinishedSpanItems();
    assertThat(spans.stream().map(SpanData::getTraceId)).doesNotContain(CALLERS_TRACE);
    assertThat(spans.stream().map(SpanData::getName)).contains("HEAD /api/messages");
    return spans;
  }

  private String stored() {
    return JdbcClient.create(holdfast().get(DataSource.class))
        .sql("select coalesce(traceparent, 'none') from requests")
        .query(String.class)
        .single();
  }

  private static String traceparent(SpanData span) {
    return "00-%s-%s-%s"
        .formatted(
            span.getTraceId(), span.getSpanId(), span.getSpanContext().getTraceFlags().asHex());
  }

  private static boolean isRoot(SpanData span) {
    return span.getParentSpanId().equals(SpanId.getInvalid());
  }

  private static SpanData one(List<SpanData> spans, String name) {
    List<SpanData> found = spans.stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static SpanData parent(SpanData span, List<SpanData> spans) {
    return byId(span.getParentSpanId(), spans);
  }

  private static SpanData linked(SpanData span, List<SpanData> spans) {
    assertThat(span.getLinks()).as(span.getName()).hasSize(1);
    LinkData link = span.getLinks().get(0);
    return byId(link.getSpanContext().getSpanId(), spans);
  }

  private static SpanData byId(String id, List<SpanData> spans) {
    return spans.stream().filter(span -> span.getSpanId().equals(id)).findFirst().orElseThrow();
  }

  private static List<SpanData> children(SpanData span, List<SpanData> spans) {
    return spans.stream()
        .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
        .toList();
  }

  private static String attribute(SpanData span, String key) {
    return span.getAttributes().asMap().entrySet().stream()
        .filter(entry -> entry.getKey().getKey().equals(key))
        .map(entry -> String.valueOf(entry.getValue()))
        .findFirst()
        .orElse("");
  }
}
