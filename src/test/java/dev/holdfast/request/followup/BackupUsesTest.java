package dev.holdfast.request.followup;

import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.MovedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which requests a backup is there for. */
class BackupUsesTest {

  private final RequestRepository requests = mock(RequestRepository.class);
  private final BackupUses uses = new BackupUses(requests);
  private final Instant point = restore().facts().restorePoint().orElseThrow();

  /** A restore carries whole seconds, rounded up. */
  @Test
  void anOpenRequestNeedsWhatItRestores() {
    String source = restore().source().id();
    when(requests.findOpenOn(Set.of(source))).thenReturn(List.of(restoring()));
    assertThat(uses.isNeeded(source, "any", point)).isTrue();
    assertThat(uses.isNeeded(source, "any", point.minusMillis(999))).isTrue();
    assertThat(uses.isNeeded(source, "any", point.minusMillis(1001))).isFalse();
    assertThat(uses.isNeeded(source, "any", point.plusMillis(1))).isFalse();
  }

  @Test
  void aBackupOfTheTargetIsNotWhatIsRestored() {
    String target = restore().affected().id();
    when(requests.findOpenOn(Set.of(target))).thenReturn(List.of(restoring()));
    assertThat(uses.isNeeded(target, "any", point)).isFalse();
  }

  @Test
  void anOpenRequestNeedsAPointThatIsOlderThanBackupsAreKept() {
    String source = restore().source().id();
    when(requests.findOpenOn(Set.of(source))).thenReturn(List.of(restoring()));
    Duration week = Duration.ofDays(7);
    assertThat(uses.isOlderNeeded(source, week, point.plus(week).plusSeconds(1))).isTrue();
    assertThat(uses.isOlderNeeded(source, week, point.plus(week))).isFalse();
    assertThat(
            uses.isOlderNeeded(restore().affected().id(), week, point.plus(week.multipliedBy(2))))
        .isFalse();
  }

  @Test
  void aPlannedRequestNeedsItAtItsStart() {
    String source = restore().source().id();
    Duration week = Duration.ofDays(7);
    Instant start = point.plus(week).plusSeconds(60);
    when(requests.findOpenOn(Set.of(source))).thenReturn(List.of(planned(start)));
    assertThat(uses.isOlderNeeded(source, week, point.plusSeconds(60))).isTrue();
    assertThat(uses.isOlderNeeded(source, week.multipliedBy(2), point.plusSeconds(60))).isFalse();
  }

  /** Anybody can label a backup as Holdfast does. */
  @Test
  void aLabelAloneMakesNoSafetyBackup() {
    when(requests.find(new RequestId(7))).thenReturn(Optional.of(restoring()));
    assertThat(uses.undoneBy(UAT.id(), "Holdfast R-7 before restore", point, point)).isEmpty();
    assertThat(uses.undoneBy(UAT.id(), "Holdfast R-8 before restore", point, point)).isEmpty();
    assertThat(uses.undoneBy(UAT.id(), "before restore", point, point)).isEmpty();
  }

  private static Request planned(Instant start) {
    PlannedStart planned = new PlannedStart(start, Duration.ofHours(1));
    return Request.submit(
        new RequestId(8), MovedRequests.startingAt(planned, details(restore(), 1)));
  }

  private static Request restoring() {
    return Request.submit(new RequestId(7), details(restore(), 1));
  }
}
