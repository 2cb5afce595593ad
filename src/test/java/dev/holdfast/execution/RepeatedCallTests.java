package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The answer to a call is lost, the service lists nothing for longer than the grace, and is busy.
 */
class RepeatedCallTests {

  private static final Duration GRACE = Duration.ofMinutes(5);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void open() {
    bench = DriveBench.open(api);
    id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 1)));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anUnlistedOperationIsTakenForOursAndNotForAnothers() {
    callsAndIsBusyTheSecondTime();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);
    assertThat(request().waitReason().map(StoredMessage::english).orElseThrow())
        .contains("An earlier call might have started");

    api.operations.add(operation("op-1", "Restore", "ServicePrincipal", NOW.plusSeconds(1)));
    step();
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
    assertThat(request().progress().orElseThrow().operationId()).contains("op-1");
    assertThat(api.restores).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NOT_YET", "THROTTLED", "UNREACHABLE", "UNAUTHORIZED", "INVALID", "FORBIDDEN"})
  void aRefusalOfTheSecondCallSaysNothingOfTheFirst(Kind kind) {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    bench.clock.advance(GRACE);
    step();
    api.starts(fails(kind, "Not now."));
    bench.clock.advance(Duration.ofSeconds(30));
    step();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);
    assertThat(request().waitReason().map(StoredMessage::english).orElseThrow())
        .contains("An earlier call might have started", "Not now.");

    api.operations.add(operation("op-1", "Restore", "ServicePrincipal", NOW.plusSeconds(1)));
    step();
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).hasSize(2);
  }

  @Test
  void theFirstCallsOperationThatIsListedJustThenIsNotTakenForAnothers() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    bench.clock.advance(GRACE);
    step();
    api.starts(
        () -> {
          api.operations.add(operation("op-1", "Restore", "ServicePrincipal", NOW.plusSeconds(1)));
          throw ScriptedAdminApi.failure(Kind.BUSY, "It is busy.");
        });
    bench.clock.advance(Duration.ofSeconds(30));
    step();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);

    step();
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
    assertThat(request().progress().orElseThrow().operationId()).contains("op-1");
    assertThat(api.restores).hasSize(2);
  }

  @Test
  void anotherOperationThatIsListedIsWaitedFor() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    bench.clock.advance(GRACE);
    step();
    api.starts(
        () -> {
          api.operations.add(operation("op-2", "Backup", "User", bench.clock.instant()));
          throw ScriptedAdminApi.failure(Kind.BUSY, "It is busy.");
        });
    bench.clock.advance(Duration.ofSeconds(30));
    step();
    assertThat(api.restores).hasSize(2);
    assertThat(request().state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void whatIsNeverListedIsForAPersonAndNotCalledWithoutEnd() {
    callsAndIsBusyTheSecondTime();
    api.starts(fails(Kind.BUSY, "It is busy."));
    for (int i = 0; i < 10; i++) {
      bench.clock.advance(GRACE);
      step();
    }
    assertThat(request().state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(api.restores).hasSize(3);
  }

  private void callsAndIsBusyTheSecondTime() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    bench.clock.advance(GRACE);
    step();
    api.starts(fails(Kind.BUSY, "It is busy."));
    bench.clock.advance(Duration.ofSeconds(30));
    step();
    assertThat(api.restores).hasSize(2);
  }

  private static AdminOperation operation(String id, String type, String by, Instant at) {
    return listed(id, type, at, by, AdminOperation.State.RUNNING, "Running", Optional.empty());
  }

  private void step() {
    bench.get(RequestWorker.class).run(id);
  }

  private Request request() {
    return bench.requests().find(id).orElseThrow();
  }
}
