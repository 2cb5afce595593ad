package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.failed;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.failure;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.nothing;
import static dev.holdfast.testing.ScriptedAdminApi.operation;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How long the drive waits after each kind of step: as long as something is open, it goes on. */
class NextLookTests {

  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofSeconds(15);
  private static final Duration ASKED = Duration.ofMinutes(7);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  @AutoClose private final Workbench bench = DriveBench.open(api);

  @Test
  void whatRunsIsPolledAndNeverSoonerThanTheServiceAsks() {
    RequestId id = running();
    api.polls(seen(State.RUNNING, "Running")).polls(runningFor(ASKED));
    assertThat(step(id)).contains(POLL);
    api.polls(runningFor(Duration.ofSeconds(1)));
    assertThat(step(id)).contains(ASKED);
    assertThat(step(id)).contains(POLL);
  }

  private static Supplier<PollResult> runningFor(Duration pause) {
    return () ->
        new PollResult.Seen(
            operation(State.RUNNING, "Running", Optional.empty()), Optional.of(pause));
  }

  @Test
  void whatTheServiceSaysNothingOfIsPolledOn() {
    RequestId id = running();
    api.polls(nothing()).polls(fails(Kind.UNAVAILABLE, "The service is down.")).polls(throttled());
    assertThat(step(id)).contains(POLL);
    assertThat(words(id)).isNotEmpty();
    assertThat(step(id)).contains(POLL);
    assertThat(step(id)).contains(ASKED);
  }

  /** After a while its list may know more than its own address. */
  @Test
  void whatIsListedElsewhereIsFollowedThere() {
    RequestId id = running();
    api.polls(seen(State.RUNNING, "Running")).polls(nothing());
    step(id);
    bench.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
    api.operations.add(operation(State.RUNNING, "Running", Optional.empty()));
    assertThat(step(id)).contains(POLL);
    assertThat(request(id).waitReason()).isEmpty();
    bench.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
    api.operations.set(0, operation(State.FAILED, "Failed", Optional.empty()));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
  }

  @Test
  void anOrderWithoutAnAddressIsLookedForInTheList() {
    RequestId id = bench.approved(restore());
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(step(id)).contains(POLL);
    assertThat(words(id)).isNotEmpty();
    api.operations.add(
        listed(
            "op-1",
            "Restore",
            bench.clock.instant(),
            "ServicePrincipal",
            State.RUNNING,
            "Running",
            Optional.empty()));
    assertThat(step(id)).contains(POLL);
    assertThat(request(id).progress().orElseThrow().operationId()).contains("op-1");
  }

  @Test
  void aBackupWithoutAnAddressIsVerifiedAtOnce() {
    RequestId id = bench.approved(new BackupSpec(UAT, "before go-live", ""));
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step(id);
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    assertThat(step(id)).contains(POLL);
  }

  @Test
  void whatSucceededIsVerifiedAtOnceAndUntilItIsShown() {
    RequestId id = verifying();
    api.put(DEV.id(), DEV.displayName(), "Running", "Enabled", "Sandbox");
    assertThat(step(id)).contains(POLL);
    assertThat(words(id)).isNotEmpty();
    api.down(Optional.of(failure(Kind.UNAVAILABLE, "The service is down.")));
    assertThat(step(id)).contains(POLL);
    assertThat(silent(id)).isTrue();
    api.down(Optional.empty());
    assertThat(step(id)).contains(POLL);
    assertThat(silent(id)).isFalse();
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void whatCannotBeReadForHoursIsUnknown() {
    RequestId id = verifying();
    api.down(Optional.of(later(Kind.THROTTLED)));
    for (int i = 0; i < 7; i++) {
      assertThat(step(id)).contains(ASKED);
      bench.clock.advance(Duration.ofHours(1));
    }
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).outcome().orElseThrow().correlationId()).contains("op-1");
  }

  @Test
  void aSafetyBackupIsLookedForUntilItIsListed() {
    RequestId id = bench.approved(restoreWithSafetyBackup());
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(step(id)).contains(POLL);
    assertThat(request(id).waitReason().orElseThrow().code()).isEqualTo("safetyBackup.notListed");
    api.down(Optional.of(failure(Kind.UNAVAILABLE, "The service is down.")));
    assertThat(step(id)).contains(POLL);
    assertThat(request(id).waitReason().orElseThrow().code()).isEqualTo("safetyBackup.unreadable");
    api.down(Optional.of(later(Kind.THROTTLED)));
    assertThat(step(id)).contains(ASKED);
    api.down(Optional.empty());
    api.backups.add(made("Holdfast " + id + " before restore", NOW.minusSeconds(60)));
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(usableAt(id)).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  /** The service's clock may be behind ours, and a backup is no older than its order. */
  @Test
  void aSafetyBackupCanBeRestoredAWhileAfterWhatItGoesBackTo() {
    RequestId id = bench.approved(restoreWithSafetyBackup());
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step(id);
    step(id);
    api.backups.add(made("Holdfast " + id + " before restore", NOW.plusSeconds(60)));
    step(id);
    assertThat(usableAt(id)).isEqualTo(NOW.plusSeconds(60).plus(Duration.ofMinutes(15)));
  }

  private Instant usableAt(RequestId id) {
    return request(id).safetyBackup().orElseThrow().created().orElseThrow().usableAt();
  }

  private static Backup made(String label, Instant point) {
    return new Backup("b-1", label, Optional.empty(), point, Optional.empty(), Optional.empty());
  }

  /** Whether it's over, only the environment tells, and only after a while. */
  @Test
  void aWordThatHoldfastDoesNotKnowIsForAPersonOnceTheEnvironmentIsFree() {
    RequestId id = running();
    api.polls(
        () ->
            new PollResult.Seen(
                operation(
                    State.UNKNOWN, "Odd", Optional.of(new AdminOperation.Fault("Odd", "Why."))),
                Optional.empty()));
    assertThat(step(id)).contains(POLL);
    bench.clock.advance(Duration.ofMinutes(5));
    assertThat(step(id)).contains(POLL);
    bench.clock.advance(Duration.ofSeconds(1));
    api.environments.remove(DEV.id());
    assertThat(step(id)).contains(POLL);
    api.put(DEV.id(), DEV.displayName(), "Running", "Enabled", "Sandbox");
    assertThat(step(id)).contains(POLL);
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).outcome().orElseThrow().serviceMessage()).contains("Odd: Why.");
    assertThat(request(id).resolution().candidates()).hasSize(1);
  }

  @Test
  void whatALostCallBeganIsFollowedAtOnce() {
    RequestId id = bench.approved(restore());
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step(id);
    api.operations.add(operation(State.RUNNING, "Running", Optional.empty()));
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aBackupThatALostCallMadeIsVerifiedAtOnce() {
    RequestId backup = bench.approved(new BackupSpec(UAT, "before go-live", ""));
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step(backup);
    api.backups.add(made("before go-live", bench.clock.instant()));
    assertThat(step(backup)).contains(Duration.ZERO);
    assertThat(state(backup)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aFailureWithoutWordsIsSaidToHaveNone() {
    RequestId id = running();
    api.polls(failed(Optional.of(new AdminOperation.Fault("", ""))));
    assertThat(step(id)).isEmpty();
    assertThat(request(id).outcome().orElseThrow().serviceMessage()).isEmpty();
    assertThat(request(id).outcome().orElseThrow().message().code())
        .isEqualTo("outcome.failed.silent");
  }

  @Test
  void aRefusalForNowIsTriedAgainWhenTheServiceSays() {
    RequestId id = bench.approved(restore());
    api.starts(fails(Kind.BUSY, "It is busy."));
    assertThat(step(id)).contains(RETRY);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    api.starts(
        () -> {
          throw later(Kind.THROTTLED);
        });
    assertThat(step(id)).contains(ASKED);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void aRefusalForGoodEndsItWithoutWordsThatTheServiceDidNotSay() {
    RequestId id = bench.approved(restore());
    api.starts(
        () -> {
          throw new AdminApiException(
              Kind.INVALID,
              "No.",
              new Answer(
                  400, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        });
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(request(id).outcome().orElseThrow().serviceMessage()).isEmpty();
    assertThat(request(id).outcome().orElseThrow().serviceStarted()).isFalse();
  }

  /** What can't be listed just then may be the first call's own. */
  @Test
  void aRepetitionThatIsRefusedIsLookedForFurther() {
    RequestId id = bench.approved(restore());
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    assertThat(step(id)).contains(RETRY);
    bench.clock.advance(Duration.ofMinutes(5));
    assertThat(step(id)).contains(RETRY);
    api.operations.add(
        listed(
            "op-2",
            "Backup",
            bench.clock.instant(),
            "User",
            State.RUNNING,
            "Running",
            Optional.empty()));
    api.starts(
        () -> {
          throw failure(Kind.BUSY, "It is busy.");
        });
    api.beforeSending = this::onlyTheNextListWorks;
    bench.clock.advance(RETRY);
    assertThat(step(id)).contains(RETRY);
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
    assertThat(api.restores).hasSize(2);
  }

  private void onlyTheNextListWorks() {
    api.afterListing =
        () -> api.unlisted = Optional.of(failure(Kind.UNAVAILABLE, "The list is down."));
  }

  @Test
  void leavingAdministrationModeWaitsAndGivesUpAfterHalfAnHour() {
    RequestId id = leaving();
    api.down(Optional.of(failure(Kind.UNAVAILABLE, "The service is down.")));
    assertThat(step(id)).contains(RETRY);
    api.down(Optional.of(later(Kind.THROTTLED)));
    assertThat(step(id)).contains(ASKED);
    bench.clock.advance(Duration.ofMinutes(30).plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(request(id).outcome().orElseThrow().serviceStarted()).isFalse();
  }

  @Test
  void leavingItIsSaidToHaveBegunWhereTheAnswerWasLostAndNotWhereItWasRefused() {
    RequestId lost = leaving();
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    bench.clock.advance(Duration.ofMinutes(29));
    api.beforeSending = () -> bench.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
    assertThat(step(lost)).isEmpty();
    assertThat(request(lost).outcome().orElseThrow().serviceStarted()).isTrue();
    assertThat(request(lost).outcome().orElseThrow().correlationId()).contains("correlation-1");
  }

  @Test
  void anOperationThatEndedInAnyWordIsVerifiedAtTheEnvironment() {
    RequestId id = leaving();
    api.starts(accepted());
    assertThat(step(id)).contains(Duration.ZERO);
    api.polls(seen(State.ENDED, "Cancelled"));
    assertThat(step(id)).contains(Duration.ZERO);
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    assertThat(step(id)).contains(RETRY);
  }

  private RequestId running() {
    RequestId id = bench.approved(restore());
    api.starts(accepted());
    assertThat(step(id)).contains(Duration.ZERO);
    return id;
  }

  private RequestId verifying() {
    RequestId id = running();
    api.polls(seen(State.SUCCEEDED, "Succeeded"));
    assertThat(step(id)).contains(Duration.ZERO);
    return id;
  }

  private RequestId leaving() {
    RequestId restored = verifying();
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(restored);
    return LeaveRequests.ask(bench, request(restored), MEGAN).id();
  }

  private Supplier<PollResult> throttled() {
    return () -> {
      throw later(Kind.THROTTLED);
    };
  }

  private static AdminApiException later(Kind kind) {
    return new AdminApiException(
        kind,
        "Later.",
        new Answer(429, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ASKED)));
  }

  private boolean silent(RequestId id) {
    return request(id).snapshot().waiting().silence().isPresent();
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private String words(RequestId id) {
    return request(id).waitReason().map(StoredMessage::english).orElseThrow();
  }

  private RequestState state(RequestId id) {
    return request(id).state();
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }
}
