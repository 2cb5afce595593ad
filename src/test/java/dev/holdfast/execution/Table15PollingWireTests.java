package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.bap.BapClients;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.PlatformSettings;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.testing.ScriptedServer.Asked;
import dev.holdfast.testing.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts 1.5, the polling rules over a whole restore: a scripted BAP, and the test schedules. */
@DisplayName("facts 1.5 | polling rules")
class Table15PollingWireTests {

  private static final String OPERATION = "/lifecycleOperations/op-1?api-version=2019-05-01";
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration LOST_AFTER = Duration.ofHours(6);
  private static final Duration VERIFY_WITHIN = Duration.ofHours(2);

  private final ScriptedServer server = new ScriptedServer();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void approve() {
    bench = new Workbench(Databases.H2.fresh());
    AdminApi api = BapClients.over(server.base(), bench.clock);
    ExecutionSettings.on(bench, Map.of())
        .with(AdminApi.class, api)
        .with(PreflightService.class, Preflights.over(api, bench.clock))
        .with(AdminApiUsageProperties.class, PlatformSettings.usage(Map.of()))
        .open("request", "execution", "audit");
    id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 1)));
    bench.change(request, r -> r.approval().approve(MEGAN, "", r.details().digest(), NOW));
  }

  @AfterEach
  void close() {
    bench.close();
    server.close();
  }

  @Test
  @DisplayName("facts 1.5 | early 404, 409 and empty bodies keep polling; then the state decides")
  void earlySilenceIsNoEnd() {
    start(Map.of("Operation-Location", OPERATION, "Retry-After", "20"));
    server
        .answers(404, "error-404-EnvironmentNotFound.json")
        .answers(409)
        .answers(200)
        .answers(202, Map.of("Retry-After", "45"), json("{'id':'op-1','state':{'id':'Running'}}"));
    step();
    step();
    step();
    assertThat(request().waitReason()).isPresent();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    assertThat(step()).contains(Duration.ofSeconds(45));
    assertThat(request().waitReason()).isEmpty();
    server.answers(202, "operation-succeeded.json");
    step();
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    environment(DEV, "Ready", "AdminMode");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.SUCCEEDED);
    orderedOnce();
  }

  @Test
  @DisplayName("facts 1.5 | 404 for good is no success")
  void whatIsGoneHasNotSucceeded() {
    start(Map.of("Operation-Location", OPERATION));
    server.answers(404);
    step();
    for (int hours = 0; hours < LOST_AFTER.toHours(); hours++) {
      staysGone(Duration.ofHours(1));
      assertThat(step()).isPresent();
    }
    staysGone(Duration.ofMinutes(1));
    environment(DEV, "Ready", "Enabled");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.UNKNOWN);
    orderedOnce();
  }

  @Test
  @DisplayName("facts 1.5 | 404 beyond the grace period: looked for by environment")
  void whatIsSilentForLongIsLookedForByEnvironment() {
    start(Map.of("Operation-Location", OPERATION));
    bench.clock.advance(GRACE.plusSeconds(1));
    server.answers(404).answers(200, Map.of(), listing("Running"));
    step();
    assertThat(request().progress().orElseThrow().operationId()).contains("op-1");
    assertThat(request().waitReason()).isEmpty();
  }

  @ParameterizedTest(
      name = "facts 1.5 | no header ({0}): the operation is looked for by environment")
  @CsvSource({"none", "https://evil.example/operations/1"})
  void withoutAnAddressTheOperationIsLookedForByEnvironment(String address) {
    start(address.equals("none") ? Map.of() : Map.of("Operation-Location", address));
    server.answers(200, Map.of(), json("{'value':[]}"));
    step();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    server.answers(200, Map.of(), listing("Running"));
    step();
    assertThat(request().progress().orElseThrow().statusUrl())
        .hasValueSatisfying(url -> assertThat(url).contains("/lifecycleOperations/op-1?"));
    server.answers(200, Map.of(), json("{'id':'op-1','state':{'id':'Failed'}}"));
    environment(DEV, "Ready", "Enabled");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.FAILED);
    assertThat(StoredMessage.english(request().outcome().orElseThrow().message()))
        .contains("doesn't say why");
    orderedOnce();
  }

  @ParameterizedTest(name = "facts 1.5 | after Succeeded: {0} and {1} is read again")
  @CsvSource({"Running, AdminMode", "Ready, Disabled", "Ready, Hibernating", "Migrating, Enabled"})
  void afterSuccessTheEnvironmentIsReadUntilItCanBeUsed(String management, String runtime) {
    start(Map.of("Operation-Location", OPERATION));
    server.answers(200, "operation-succeeded.json");
    step();
    environment(DEV, management, runtime);
    assertThat(step()).isPresent();
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    environment(DEV, "Ready", "AdminMode");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a lost answer is looked for by environment")
  void aLostAnswerIsLookedForByEnvironment() {
    environmentsBeforeTheCall();
    server.hangsUp();
    step();
    server.answers(200, Map.of(), listing("Running"));
    step();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    orderedOnce();
  }

  @Test
  @DisplayName("facts 1.8 | 409, also without a body: who holds the environment, and since when")
  void aBusyEnvironmentIsToldWithItsHolder() {
    environmentsBeforeTheCall();
    server.answers(409).answers(200, Map.of(), listing("Running"));
    assertThat(step()).isPresent();
    assertThat(state()).isEqualTo(RequestState.APPROVED);
    assertThat(request().waitReason().map(StoredMessage::english))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("409 without a reason")
                    .contains(
                        "Contoso Dev is held by Restore (Running) since 2026-11-20T10:00:05Z,"
                            + " requested by Holdfast."));
    orderedOnce();
  }

  private void start(Map<String, String> headers) {
    environmentsBeforeTheCall();
    server.answers(202, headers);
    step();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  /**
   * Source and target for the checks, what is listed before the call, and the target again for the
   * name that it keeps.
   */
  private void environmentsBeforeTheCall() {
    environment(UAT, "Ready", "Enabled");
    environment(DEV, "Ready", "Enabled");
    server.answers(200, Map.of(), json("{'value':[]}"));
    environment(DEV, "Ready", "Enabled");
  }

  private void environment(EnvironmentRef name, String management, String runtime) {
    server.answers(
        200,
        Map.of(),
        json(
            """
            {'name':'%s','location':'europe','properties':{'displayName':'%s',
             'environmentSku':'Sandbox','linkedEnvironmentMetadata':{'resourceId':'org'},
             'governanceConfiguration':{'protectionLevel':'Basic'},
             'protectionStatus':{'keyManagedBy':'Microsoft'},
             'retentionDetails':{'backupsAvailableFromDateTime':'2026-11-13T10:00:00Z'},
             'states':{'management':{'id':'%s'},'runtime':{'id':'%s'}}}}\
            """
                .formatted(name.id(), name.displayName(), management, runtime)));
  }

  private static byte[] listing(String state) {
    return json(
        """
        {'value':[{'id':'op-1','type':{'id':'Restore'},'state':{'id':'%s'},
          'createdDateTime':'2026-11-20T10:00:05.1234567Z',
          'requestedBy':{'displayName':'Holdfast','type':'ServicePrincipal'}}]}\
        """
            .formatted(state));
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private void orderedOnce() {
    assertThat(server.asked()).extracting(Asked::method).containsOnlyOnce("POST");
  }

  private void staysGone(Duration time) {
    bench.clock.advance(time);
    server.answers(404).answers(200, Map.of(), json("{'value':[]}"));
  }

  private Optional<Duration> step() {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request() {
    return bench.requests().find(id).orElseThrow();
  }

  private RequestState state() {
    return request().state();
  }
}
