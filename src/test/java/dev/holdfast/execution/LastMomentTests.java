package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.Samples.terms;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What comes between the checks and the intent to call: the call isn't made then. */
class LastMomentTests {

  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final Message WHY = Message.plain("The policy isn't known now.");

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Revalidation asRead = new Revalidation.Holds();
  private Revalidation now = new Revalidation.Holds();

  @AutoClose
  private final Workbench bench =
      DriveBench.open(
          DriveBench.with(api, Databases.H2, Map.of())
              .with(
                  ApprovalRevalidator.class,
                  (request, environments) -> environments.isEmpty() ? now : asRead));

  @Test
  void whatAnotherRequestBeganMeanwhileIsWaitedFor() {
    RequestId id = bench.approved(restore());
    RequestId other = bench.approved(new BackupSpec(DEV, "faster", ""));
    afterTheChecks(() -> bench.change(request(other), r -> r.mainStep().commitStart(now())));
    assertThat(step(id)).contains(RETRY);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(words(id)).startsWith("Waiting for " + other + ", which is running");
    assertThat(request(id).queue().waitingFor()).contains(other);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void aFreezeThatBeganMeanwhileIsWaitedFor() {
    RequestId id = bench.approved(restore());
    afterTheChecks(this::freeze);
    assertThat(step(id)).contains(RETRY);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(words(id)).startsWith("Frozen by Megan Bowen");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void withItsSafetyBackupOnlyAFreezeKeepsItFromItsCall() {
    RequestId id = withSafetyBackup();
    RequestId other = bench.approved(new BackupSpec(DEV, "faster", ""));
    api.starts(fails(Kind.BUSY, "It is busy."));
    afterTheChecks(() -> bench.change(request(other), r -> r.mainStep().commitStart(now())));
    step(id);
    assertThat(api.restores).hasSize(1);
    assertThat(state(id)).isEqualTo(RequestState.SAFETY_BACKUP);

    afterTheChecks(this::freeze);
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).startsWith("Frozen by Megan Bowen");
    assertThat(state(id)).isEqualTo(RequestState.SAFETY_BACKUP);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aPolicyThatIsNotKnownForWhatWasReadIsWaitedFor() {
    RequestId id = bench.approved(restore());
    asRead = new Revalidation.Unknown(WHY);
    assertThat(step(id)).contains(RETRY);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(words(id)).isEqualTo("The policy isn't known now.");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void aPolicyThatDeniesWhatWasReadEndsIt() {
    RequestId id = bench.approved(restore());
    asRead = new Revalidation.Denied(WHY);
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(api.restores).isEmpty();
  }

  /** Only what has no safety backup yet is asked for once more; else that would be too old. */
  @Test
  void approvalsThatAreMissingAreAskedForOnlyBeforeTheSafetyBackup() {
    RequestId id = bench.approved(restore());
    now = new Revalidation.Incomplete(WHY, List.of(), List.of(MEGAN));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.AWAITING_APPROVAL);
    now = new Revalidation.Holds();
    RequestId backedUp = withSafetyBackup();
    now = new Revalidation.Incomplete(WHY, List.of(), List.of(MEGAN));
    assertThat(step(backedUp)).isEmpty();
    assertThat(state(backedUp)).isEqualTo(RequestState.VOIDED);
  }

  /** A safety backup that is being taken goes on; what is to come after it isn't started. */
  @Test
  void withItsSafetyBackupAnApprovalThatIsWithdrawnOrMissingEndsIt() {
    RequestId withdrawn = withSafetyBackup();
    bench.change(request(withdrawn), r -> r.approval().withdraw(MEGAN, "", now()));
    assertThat(step(withdrawn)).isEmpty();
    assertThat(state(withdrawn)).isEqualTo(RequestState.VOIDED);
    assertThat(end(withdrawn)).isEqualTo("start.approvalWithdrawn");
    RequestId missing = withSafetyBackup();
    Request request = request(missing);
    request
        .approval()
        .update(terms(restore(), 2, List.of(MEGAN.id(), ADELE.id()), now()).consents());
    bench.in(() -> bench.requests().saveQuietly(request, now()));
    assertThat(step(missing)).isEmpty();
    assertThat(end(missing)).isEqualTo("start.approvalsDiffer");
  }

  private String end(RequestId id) {
    return request(id).outcome().orElseThrow().message().code();
  }

  @Test
  void leavingAdministrationModeAsksThePolicyToo() {
    RequestId restored = bench.approved(restore());
    bench.change(request(restored), r -> r.mainStep().commitStart(now()));
    bench.change(request(restored), r -> r.mainStep().accepted(progress("Accepted"), "", now()));
    bench.change(request(restored), r -> r.mainStep().beginVerification(now()));
    bench.change(
        request(restored),
        r -> r.completed().succeedInAdministrationMode(Message.plain("done"), true, now()));
    RequestId id = LeaveRequests.ask(bench, request(restored), MEGAN).id();
    now = new Revalidation.Unknown(WHY);
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).isEqualTo("The policy isn't known now.");
    now = new Revalidation.Denied(WHY);
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(request(id).outcome().orElseThrow().message()).isEqualTo(WHY);
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void beforeACallIsRepeatedThePolicyIsAskedForWhatIsReadThen() {
    RequestId id = unanswered();
    asRead = new Revalidation.Unknown(WHY);
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).contains("The policy isn't known now.");
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
    assertThat(api.restores).hasSize(1);
    asRead = new Revalidation.Denied(WHY);
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aCallIsNotRepeatedWhereItsEnvironmentsCannotBeRead() {
    RequestId id = unanswered();
    api.environments.remove(DEV.id());
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).contains("There is no such environment.");
    assertThat(api.restores).hasSize(1);
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    api.starts(accepted());
    step(id);
    assertThat(api.restores).hasSize(2);
  }

  /** Its answer was lost, the grace is over, and the service was read once since. */
  private RequestId unanswered() {
    RequestId id = bench.approved(restore());
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step(id);
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).isNotEmpty();
    bench.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(step(id)).contains(Duration.ofSeconds(1));
    bench.clock.advance(Duration.ofSeconds(1));
    return id;
  }

  private RequestId withSafetyBackup() {
    RequestId id = bench.approved(restoreWithSafetyBackup());
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step(id);
    api.backups.add(
        new Backup(
            "b-1",
            "Holdfast " + id + " before restore",
            Optional.empty(),
            now(),
            Optional.empty(),
            Optional.empty()));
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(15));
    assertThat(state(id)).isEqualTo(RequestState.SAFETY_BACKUP);
    return id;
  }

  /** Once, when the operations were listed: that is read last. */
  private void afterTheChecks(Runnable what) {
    api.afterListing =
        () -> {
          api.afterListing = () -> {};
          what.run();
        };
  }

  private void freeze() {
    bench
        .get(FreezeService.class)
        .start(Optional.of(DEV), MEGAN, "the release", now().plus(Duration.ofHours(2)));
  }

  private Instant now() {
    return bench.clock.instant();
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
