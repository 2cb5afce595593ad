package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.entra.EntraException.Mender;
import dev.holdfast.entra.TokenFailureListener;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeFault;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.WebhookReceiver;
import dev.holdfast.testing.prometheus.AlertRules;
import dev.holdfast.testing.prometheus.AlertRules.Alert;
import dev.holdfast.testing.prometheus.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each alert of {@code deploy/observability} holds when what it's for has happened, and not before.
 * A rule that nothing here makes hold fails the test.
 */
class AlertCausesTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: All
          environments: all
          data-leaves: {request: "*", approve: [%s], approvals: %d}
          overwritten: {request: "*", approve: [%s], approvals: 1, safety-backup: none}
      """;

  /** Longer than readings of the database are cached. */
  private static final Duration KEPT = Duration.ofSeconds(20);

  private static final int MANY = 10_000;
  private static final String TARGET = "Contoso Dev";
  private static final String OTHER_TARGET = "Contoso Test";

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebhookReceiver slow = new WebhookReceiver();
  private final WebhookReceiver gone = new WebhookReceiver();
  private final Set<String> staged = new TreeSet<>();
  private final int port = freePort();

  /** A restore takes an hour. */
  AlertCausesTests() {
    super(2);
  }

  @AfterEach
  void closeTheReceivers() {
    slow.close();
    gone.close();
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(under(policy(1)));
    settings.put("spring.main.lazy-initialization", false);
    settings.put("holdfast.admin-api.poll-interval", "15s");
    settings.put("management.server.port", port);
    settings.put("management.server.address", "127.0.0.1");
    settings.put("management.endpoints.web.exposure.include", "prometheus");
    settings.put("holdfast.audit.seal-channel", approvers.id());
    List<WebhookReceiver> receivers = List.of(slow, gone);
    for (int i = 0; i < receivers.size(); i++) {
      String endpoint = "holdfast.webhooks.endpoints[" + i + "].";
      settings.put(endpoint + "name", "receiver-" + i);
      settings.put(endpoint + "url", receivers.get(i).url());
      settings.put(endpoint + "secrets[0]", WebhookReceiver.secret('a'));
    }
    return settings;
  }

  @Test
  void eachAlertHoldsOnceItsCauseIsThere() {
    start(Databases.H2.fresh(), Map.of());
    install();
    Scrape well = scrape();
    assertThat(holding(AlertRules.read(), well, well)).isEmpty();

    stage(this::somebodyWaitsForADecision, "HoldfastApprovalWaits");
    stage(this::theServiceThrottles, "HoldfastThrottled");
    stage(this::theServiceFails, "HoldfastAdminApiFails");
    stage(this::aRestoreFails, "HoldfastOperationsFail");
    stage(this::anEnvironmentDoesNotShowWhatTheServiceSays, "HoldfastOutcomeUnknown");
    stage(this::anEnvironmentIsFrozen, "HoldfastFrozenForLong");
    stage(this::anEndpointIsGone, "HoldfastWebhooksDead", "HoldfastTasksParked");
    stage(this::anEndpointTakesNothing, "HoldfastWebhooksLate");
    stage(this::teamsTakesNothing, "HoldfastOutboxStuck");
    stage(this::theSealIsNotPostedAnyMore, "HoldfastSealOld");
    stage(this::manyAreApproved, "HoldfastQueueLong");
    stage(this::noTokenIsToBeHad, "HoldfastTokenFails");
    stage(this::callersHaveNoToken, "HoldfastApiRefuses");
    stage(this::anotherPolicyIsThere, "HoldfastPolicyReplaced");
    stage(this::aTableIsGone, "HoldfastDatabaseUnread");
    stage(this::stop, "HoldfastNotMeasured");

    assertThat(staged)
        .isEqualTo(AlertRules.read().stream().map(Alert::name).collect(Collectors.toSet()));
  }

  /** Something happens, after which alerts hold that didn't before. */
  private void stage(Runnable cause, String... alerts) {
    Scrape before = scrape();
    List<Alert> rules =
        AlertRules.read().stream().filter(one -> Set.of(alerts).contains(one.name())).toList();
    assertThat(rules).hasSize(alerts.length);
    assertThat(holding(rules, before, before)).isEmpty();
    cause.run();
    assertThat(holding(rules, before, scrape())).containsExactlyInAnyOrder(alerts);
    rules.forEach(alert -> staged.add(alert.name()));
  }

  private static List<String> holding(List<Alert> rules, Scrape before, Scrape now) {
    return rules.stream().filter(one -> one.holds(before, now)).map(Alert::name).toList();
  }

  private void somebodyWaitsForADecision() {
    submitRestore("Contoso UAT", TARGET);
    pass(Duration.ofHours(4).plusMinutes(1));
  }

  private void theServiceThrottles() {
    FakeMessage card = meganChat.awaitMessage("the card", m -> offers(m, "request.approve"));
    goesWrong(TARGET, "poll-429");
    meganChat.clicks(megan, card, "request.approve", Map.of());
    pass(Duration.ofMinutes(15));
  }

  private void theServiceFails() {
    goesWrong(TARGET, "poll-500");
    pass(Duration.ofMinutes(10));
  }

  private void anEnvironmentDoesNotShowWhatTheServiceSays() {
    goesWrong(OTHER_TARGET, "no-effect");
    FakeMessage review = reviewRestore("Contoso UAT", OTHER_TARGET);
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", OTHER_TARGET));
    FakeMessage card =
        meganChat.awaitMessage(
            "the card", m -> offers(m, "request.approve") && m.text().contains(OTHER_TARGET));
    meganChat.clicks(megan, card, "request.approve", Map.of());
    pass(Duration.ofHours(3));
  }

  private void anEnvironmentIsFrozen() {
    meganChat.says(megan, "freeze Contoso UAT until tomorrow because of a release");
    meganChat.awaitText("Contoso UAT is frozen until");
  }

  private void anEndpointIsGone() {
    gone.then(410);
    add();
    pass(Duration.ofMinutes(1));
  }

  private void aRestoreFails() {
    goesWrong(TARGET, "restore-fails");
    pass(Duration.ofHours(1));
  }

  private void anEndpointTakesNothing() {
    for (int i = 0; i < MANY; i++) {
      slow.then(500);
    }
    add();
    pass(Duration.ofHours(1).plusMinutes(1));
  }

  private void teamsTakesNothing() {
    teams.fails(FakeFault.of(502, ""), MANY);
    add();
    pass(Duration.ofMinutes(31));
  }

  /** It was posted once. The recurring task that does that isn't part of this test's time. */
  private void theSealIsNotPostedAnyMore() {
    jdbc()
        .update(
            "update audit_seal_post set posted_for = ?",
            LocalDate.ofInstant(simulated.instant(), ZoneOffset.UTC).toString());
    simulated.advance(Duration.ofDays(2));
  }

  /** Their environments don't exist, so no work is done until they are counted. */
  private void manyAreApproved() {
    for (int i = 0; i < 11; i++) {
      RequestId id = add();
      inTransaction(
          requests -> {
            Request request = requests.find(id).orElseThrow();
            requests.save(
                request,
                request
                    .approval()
                    .approve(Samples.MEGAN, "", request.details().digest(), simulated.instant()));
          });
    }
  }

  private void noTokenIsToBeHad() {
    TokenFailureListener listener = holdfast().get(TokenFailureListener.class);
    for (int i = 0; i < 4; i++) {
      listener.failed("holdfast.admin-api", Mender.OPERATOR);
    }
  }

  private void callersHaveNoToken() {
    URI requests = holdfast().messages().resolve("/api/v1/requests");
    for (int i = 0; i < 21; i++) {
      assertThat(send(HttpRequest.newBuilder(requests).build()))
          .map(HttpResponse::statusCode)
          .hasValue(401);
    }
  }

  private void anotherPolicyIsThere() {
    policy(0);
    await("the other policy")
        .until(() -> jdbc().queryForObject("select count(*) from policies", Integer.class) > 1);
  }

  private void aTableIsGone() {
    jdbc().execute("alter table freezes rename to frozen");
  }

  private JdbcTemplate jdbc() {
    return holdfast().get(JdbcTemplate.class);
  }

  private RequestId add() {
    RequestId[] id = new RequestId[1];
    inTransaction(
        requests -> {
          id[0] = requests.nextId();
          Request request =
              Request.submit(id[0], Samples.details(Samples.restore(), 1, "draft of " + id[0]));
          requests.add(request, request.submitted());
        });
    return id[0];
  }

  private void inTransaction(Consumer<RequestRepository> work) {
    holdfast()
        .get(TransactionTemplate.class)
        .executeWithoutResult(status -> work.accept(holdfast().get(RequestRepository.class)));
  }

  private void goesWrong(String environment, String kind) {
    String body =
        "{\"environment\":\"%s\",\"faults\":[{\"kind\":\"%s\",\"times\":%d}]}"
            .formatted(id(environment), kind, MANY);
    HttpRequest order =
        HttpRequest.newBuilder(simulator.baseUrl().resolve("/simulator/faults"))
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(send(order)).map(HttpResponse::statusCode).hasValue(204);
  }

  private String id(String environment) {
    return holdfast().get(EnvironmentCatalog.class).all().subjects().stream()
        .filter(one -> one.name().equals(environment))
        .map(EnvironmentProfile::id)
        .findFirst()
        .orElseThrow();
  }

  private Path policy(int approvals) {
    return write(
        folder.resolve("policy.yaml"),
        POLICY.formatted(megan.entraId(), approvals, megan.entraId()));
  }

  /** What Prometheus would collect. Nothing happens meanwhile. */
  private Scrape scrape() {
    simulated.advance(KEPT);
    return send(HttpRequest.newBuilder(scraped()).build())
        .map(answer -> Scrape.of(answer.body()))
        .orElse(Scrape.NOTHING);
  }

  private URI scraped() {
    return URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where nobody answers. */
  private Optional<HttpResponse<String>> send(HttpRequest request) {
    try {
      return Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
