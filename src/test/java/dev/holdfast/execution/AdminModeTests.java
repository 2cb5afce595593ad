package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.failed;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.mode.AdminModeSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of administration mode, step by step. */
class AdminModeTests {

  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void open() {
    bench = DriveBench.open(api);
    shows("Enabled", "Enabled");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource
  void callsOnceAndBelievesTheEnvironmentAlone(AdministrationMode mode) {
    if (!mode.isOn()) {
      shows("AdminMode", "Disabled");
    }
    ask(mode, !mode.isOn());
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    assertThat(step()).contains(Duration.ZERO);
    assertThat(api.modes).containsExactly(mode);
    assertThat(step()).contains(Duration.ZERO);
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    assertThat(step()).contains(RETRY);
    assertThat(waitsBecause()).contains("isn't as requested yet");
    shows(mode);
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(ending()).contains("Contoso Dev is as requested");
    assertThat(api.modes).hasSize(1);
  }

  /** Rule R44: the mode is on, and background operations are off although they were to stay on. */
  @Test
  void backgroundOperationsThatStayOffAreNoSuccess() {
    ask(AdministrationMode.ON, false);
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    step();
    step();
    shows("AdminMode", "Disabled");
    assertThat(step()).contains(RETRY);
    assertThat(waitsBecause()).contains("AdminMode", "Disabled");
    bench.clock.advance(LONGEST.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.FAILED);
    assertThat(ending()).contains("background operations are Disabled");
  }

  @Test
  void whatIsNotReportedIsNoSuccess() {
    ask(AdministrationMode.OFF, true);
    shows("AdminMode", "Disabled");
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    step();
    step();
    shows("Enabled", "");
    bench.clock.advance(LONGEST.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.FAILED);
    assertThat(ending()).contains("not reported");
  }

  @Test
  void whatIsSetAlreadyNeedsNoCall() {
    ask(AdministrationMode.ON, false);
    shows("AdminMode", "Enabled");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(request().outcome().orElseThrow().serviceStarted()).isFalse();
    assertThat(api.modes).isEmpty();
  }

  /** People agreed to change background operations, and not to keep everybody out. */
  @Test
  void anEnvironmentThatHasLeftTheModeIsNotPutIntoItAgain() {
    ask(AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS, true);
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.VOIDED);
    assertThat(ending()).contains("no longer in administration mode");
    assertThat(api.modes).isEmpty();
  }

  @Test
  void anEnvironmentInAnotherStateIsLeftAlone() {
    ask(AdministrationMode.ON, false);
    shows("Disabled", "Enabled");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.VOIDED);
    assertThat(ending()).contains("can't be changed now", "Disabled");
    assertThat(api.modes).isEmpty();
  }

  @Test
  void whereTheAdminApiCannotDoItNothingIsCalled() {
    ask(AdministrationMode.ON, false);
    api.capabilities = new AdminApiCapabilities(true, true, false, false, false);
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.VOIDED);
    assertThat(ending()).contains("admin center");
  }

  @Test
  void anOperationThatRunsIsWaitedFor() {
    ask(AdministrationMode.ON, false);
    api.operations.add(
        listed(
            "op-7",
            "Copy",
            NOW.minusSeconds(60),
            "User",
            State.RUNNING,
            "Running",
            Optional.empty()));
    assertThat(step()).contains(RETRY);
    assertThat(waitsBecause()).contains("Copy");
    assertThat(api.modes).isEmpty();
  }

  /** The effect is the same if it's sent twice; it's looked for all the same before it is. */
  @Test
  void aLostAnswerIsLookedForBeforeTheCallIsMadeAgain() {
    ask(AdministrationMode.ON, false);
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut")).starts(accepted());
    assertThat(step()).contains(RETRY);
    assertThat(state()).isEqualTo(RequestState.STARTING);
    step();
    assertThat(api.modes).hasSize(1);
    step();
    assertThat(api.modes).hasSize(2);
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aLostAnswerIsOverWhenTheEnvironmentShowsIt() {
    ask(AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS, false);
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    shows("AdminMode", "Disabled");
    for (int steps = 0; steps < 5 && step().isPresent(); steps++) {
      assertThat(state()).isNotEqualTo(RequestState.UNKNOWN);
    }
    assertThat(state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(api.modes).hasSize(1);
  }

  @Test
  void aCrashBetweenIntentAndCallIsFollowedByALookAndThenTheCall() {
    ask(AdministrationMode.ON, false);
    bench.change(request(), r -> r.mainStep().commitStart(bench.clock.instant()));
    assertThat(step()).contains(Duration.ZERO);
    assertThat(api.modes).isEmpty();
    assertThat(state()).isEqualTo(RequestState.APPROVED);
    api.starts(accepted());
    step();
    assertThat(api.modes).containsExactly(AdministrationMode.ON);
  }

  /** Rule R43. */
  @Test
  void aFailedOperationIsToldWithTheServicesWords() {
    shows("AdminMode", "Disabled");
    ask(AdministrationMode.OFF, true);
    api.starts(accepted())
        .polls(failed(Optional.of(new AdminOperation.Fault("EditFailed", "schema broken"))));
    step();
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(RequestState.FAILED);
    assertThat(request().outcome().orElseThrow().serviceMessage())
        .contains("EditFailed: schema broken");
  }

  private void ask(AdministrationMode mode, boolean wasOn) {
    id = bench.requests().nextId();
    bench.add(Request.submit(id, details(new AdminModeSpec(DEV, mode, wasOn), 0, "draft-1")));
  }

  private void shows(AdministrationMode mode) {
    shows(
        mode.isOn() ? "AdminMode" : "Enabled",
        mode.hasBackgroundOperations() ? "Enabled" : "Disabled");
  }

  private void shows(String runtime, String background) {
    api.put(DEV.id(), DEV.displayName(), "Ready", runtime, "Sandbox");
    api.background(DEV.id(), background);
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

  private String ending() {
    return StoredMessage.english(request().outcome().orElseThrow().message());
  }

  private String waitsBecause() {
    return StoredMessage.english(request().waitReason().orElseThrow());
  }
}
