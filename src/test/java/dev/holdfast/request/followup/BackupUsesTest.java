package dev.holdfast.request.followup;

import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
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

  /** Anybody can label a backup as Holdfast does. */
  @Test
  void aLabelAloneMakesNoSafetyBackup() {
    when(requests.find(new RequestId(7))).thenReturn(Optional.of(restoring()));
    assertThat(uses.undoneBy(UAT.id(), "Holdfast R-7 before restore", point, point)).isEmpty();
    assertThat(uses.undoneBy(UAT.id(), "Holdfast R-8 before restore", point, point)).isEmpty();
    assertThat(uses.undoneBy(UAT.id(), "before restore", point, point)).isEmpty();
  }

  private static Request restoring() {
    return Request.submit(new RequestId(7), details(restore(), 1));
  }
}
