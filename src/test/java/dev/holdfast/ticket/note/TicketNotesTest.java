package dev.holdfast.ticket.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Samples;
import dev.holdfast.ticket.TicketNote;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class TicketNotesTest {

  private final TaskScheduler scheduler = mock(TaskScheduler.class);
  private final TicketNotes notes = new TicketNotes(scheduler);

  @Test
  void theTicketIsToldThatItHasStartedAndEachEnd() {
    assertThat(TicketNotes.WRITTEN)
        .isEqualTo(
            Arrays.stream(RequestState.values())
                .flatMap(state -> toldOf(state).stream())
                .collect(Collectors.toSet()));
  }

  /** The events that lead into a state and that the ticket is told of. */
  private static Set<RequestEventType> toldOf(RequestState state) {
    return switch (state) {
      case AWAITING_APPROVAL, APPROVED, SAFETY_BACKUP, STARTING, VERIFYING ->
          EnumSet.noneOf(RequestEventType.class);
      case RUNNING -> EnumSet.of(RequestEventType.STARTED);
      case SUCCEEDED -> EnumSet.of(RequestEventType.SUCCEEDED);
      case FAILED -> EnumSet.of(RequestEventType.FAILED);
      case UNKNOWN -> EnumSet.of(RequestEventType.UNKNOWN, RequestEventType.SETTLED);
      case REJECTED -> EnumSet.of(RequestEventType.REJECTED);
      case CANCELLED -> EnumSet.of(RequestEventType.CANCELLED);
      case EXPIRED -> EnumSet.of(RequestEventType.EXPIRED);
      case VOIDED -> EnumSet.of(RequestEventType.VOIDED);
      case REHEARSED -> EnumSet.of(RequestEventType.REHEARSED);
      case MISSED -> EnumSet.of(RequestEventType.MISSED);
    };
  }

  @Test
  @SuppressWarnings("unchecked")
  void theNoteOfARehearsalSaysThatNothingWasStarted() {
    Request request =
        MovedRequests.approved(
            MovedRequests.asRehearsal(Samples.withTicket("CHG0030052").details()), 1);
    RequestEvent end =
        request
            .approval()
            .endRehearsal(Message.of("rehearsal.nothingStarted"), MovedRequests.LATER);
    notes.on(request, end);
    ArgumentCaptor<SchedulableInstance<TicketNote>> task =
        ArgumentCaptor.forClass(SchedulableInstance.class);
    verify(scheduler).schedule(task.capture());
    TicketNote note = task.getValue().getTaskInstance().getData();
    assertThat(note.ticket()).isEqualTo("CHG0030052");
    assertThat(note.event()).isEqualTo("REHEARSED");
    assertThat(note.text())
        .startsWith("Holdfast %s: restore of Contoso UAT to Contoso Dev".formatted(request.id()))
        .contains("requested by Alex Wilber: rehearsed (it would have started).")
        .endsWith("Nothing was started " + note.mark());
  }

  @Test
  void withoutATicketNothingIsWritten() {
    Request request = Samples.awaiting(1);
    notes.on(request, request.approval().cancel(Samples.ALEX, MovedRequests.LATER));
    verify(scheduler, never()).schedule(any());
  }
}
