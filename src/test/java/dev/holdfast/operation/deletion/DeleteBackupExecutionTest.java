package dev.holdfast.operation.deletion;

import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.operation.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Which backup is deleted, and when it's gone. */
class DeleteBackupExecutionTest {

  private static final Instant POINT = NOW.plusMillis(250);
  private static final DeleteBackupSpec SPEC =
      new DeleteBackupSpec(UAT, "b-1", "before go-live", POINT, "Alex Wilber");
  private static final OperationAccepted TAKEN =
      new OperationAccepted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final DeleteBackupExecution execution = new DeleteBackupExecution();
  private final AdminApi api = Mockito.mock(AdminApi.class);

  @Test
  void theBackupOfThatIdIsDeleted() {
    listed(backup("B-1", "renamed", NOW.minusSeconds(60)), backup("b-2", "before go-live", POINT));
    Mockito.when(api.deleteBackup(UAT.id(), "B-1")).thenReturn(TAKEN);
    assertThat(execution.start(SPEC, api)).isSameAs(TAKEN);
  }

  /** The admin API that takes the order may have another ID for it, and cut the time. */
  @Test
  void underAnotherIdItsLabelAndInstantTellIt() {
    listed(backup("x-1", "before go-live", NOW), backup("x-2", "other", POINT));
    Mockito.when(api.deleteBackup(UAT.id(), "x-1")).thenReturn(TAKEN);
    assertThat(execution.start(SPEC, api)).isSameAs(TAKEN);
  }

  @Test
  void whatIsntListedOrIsntClearIsntOrdered() {
    listed(backup("x-1", "before go-live", NOW), backup("x-2", "before go-live", POINT));
    assertNothingIsOrdered(Kind.NOT_FOUND);
    listed(backup("x-1", "before go-live", NOW.plus(Duration.ofSeconds(1))));
    assertNothingIsOrdered(Kind.NOT_FOUND);
  }

  /** A list that can't be read says nothing of an order that never left. */
  @Test
  void withoutTheListNothingIsOrdered() {
    Mockito.when(api.backups(UAT.id()))
        .thenThrow(
            new AdminApiException(Kind.UNAVAILABLE, "trouble", AdminApiException.Answer.NONE));
    assertNothingIsOrdered(Kind.UNREACHABLE);
  }

  private void assertNothingIsOrdered(Kind kind) {
    AdminApiException e =
        catchThrowableOfType(AdminApiException.class, () -> execution.start(SPEC, api));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isTrue();
    Mockito.verify(api, Mockito.never()).deleteBackup(Mockito.any(), Mockito.any());
  }

  @Test
  void itsGoneWhenNoneThatCouldBeItIsListed() {
    listed(backup("b-2", "other", POINT));
    assertThat(verify()).isInstanceOf(Verification.Done.class);
    listed(backup("b-1", "other", NOW));
    assertThat(verify()).isInstanceOf(Verification.NotYet.class);
    listed(backup("x-1", "before go-live", NOW));
    assertThat(verify()).isInstanceOf(Verification.NotYet.class);
  }

  @Test
  void whatCantBeReadMayBeIt() {
    Mockito.when(api.backups(UAT.id())).thenReturn(ServiceList.of(List.of(), 1));
    assertThat(verify()).isInstanceOf(Verification.NotYet.class);
  }

  private Verification verify() {
    return execution.verify(SPEC, NOW, api);
  }

  private void listed(Backup... backups) {
    Mockito.doReturn(ServiceList.of(List.of(backups))).when(api).backups(UAT.id());
  }

  private static Backup backup(String id, String label, Instant point) {
    return new Backup(id, label, Optional.empty(), point, Optional.empty(), Optional.empty());
  }
}
