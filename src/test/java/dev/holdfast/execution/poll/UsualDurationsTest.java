package dev.holdfast.execution.poll;

import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.failed;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.message.Message;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.duration.HistoryOfDurations;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import dev.holdfast.testing.PlatformSettings;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long operations of a kind took on an environment lately. */
class UsualDurationsTest {

  private final RequestSummaries requests = mock(RequestSummaries.class);
  private final UsualDurations usual =
      new UsualDurations(HistoryOfDurations.of(requests), PlatformSettings.usage(Map.of()));

  @Test
  void theLastFiveThatSucceededTell() {
    recent(Stream.of(5, 4, 3, 6, 7, 8).map(UsualDurationsTest::took).toArray(Request[]::new));
    assertThat(usual.of(running(restore()).mainStep()).usual())
        .containsExactly(minutes(5), minutes(4), minutes(3), minutes(6), minutes(7));
  }

  @Test
  void whatFailedOrIsOfAnotherKindOrEnvironmentTellsNothing() {
    RestoreSpec plain = restore();
    OperationSpec elsewhere =
        new RestoreSpec(
            DEV,
            UAT,
            plain.point(),
            plain.backupLabel(),
            "Contoso UAT",
            plain.skipAuditData(),
            plain.securityGroupId(),
            false);
    recent(
        failed(restore(), true),
        took(new BackupSpec(DEV, "x", ""), 5),
        took(elsewhere, 5),
        took(0));
    assertThat(usual.of(running(restore()).mainStep()).usual()).isEmpty();
  }

  @Test
  void aSafetyBackupIsPolledAtTheFixedInterval() {
    recent(took(5));
    Request request = approved(restoreWithSafetyBackup(), 1);
    takeSafetyBackup(request);
    assertThat(usual.of(request.safetyBackupStep()).usual()).isEmpty();
    assertThat(usual.of(request.mainStep()).usual()).containsExactly(minutes(5));
    assertThat(usual.of(request.mainStep()).interval()).isEqualTo(usual.interval());
    assertThat(usual.interval()).isEqualTo(Duration.ofSeconds(15));
  }

  private void recent(Request... recent) {
    when(requests.newestOn(eq(DEV.id()), anyInt()))
        .thenReturn(Stream.of(recent).map(RequestSummary::of).toList());
  }

  private static Request took(int minutes) {
    return took(restore(), minutes);
  }

  private static Request took(OperationSpec spec, int minutes) {
    Request request = Request.submit(new RequestId(7), details(spec, 0));
    request.mainStep().commitStart(NOW);
    request.mainStep().accepted(progress("Accepted"), "", NOW);
    request.mainStep().beginVerification(NOW.plus(minutes(minutes)));
    request.mainStep().succeed(Message.plain("done"), NOW.plus(minutes(minutes)));
    return request;
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
