package dev.holdfast.ticket.note;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.ticket.ChangeTickets;
import dev.holdfast.ticket.TicketNote;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps what has to be written to the ticket of a request, in the transaction in which it happens,
 * and the durable task that writes it.
 */
@Configuration(proxyBeanMethods = false)
public class TicketNotes implements RequestEventListener {

  /** That it has started, and what became of it. */
  public static final Set<RequestEventType> WRITTEN =
      EnumSet.of(
          RequestEventType.STARTED,
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN,
          RequestEventType.SETTLED,
          RequestEventType.REJECTED,
          RequestEventType.CANCELLED,
          RequestEventType.EXPIRED,
          RequestEventType.VOIDED,
          RequestEventType.REHEARSED,
          RequestEventType.MISSED);

  private static final Logger log = LoggerFactory.getLogger(TicketNotes.class);

  private static final TaskDescriptor<TicketNote> WRITE =
      TaskDescriptor.of("write-to-ticket", TicketNote.class);

  private final TaskScheduler scheduler;

  TicketNotes(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    request
        .details()
        .submission()
        .ticket()
        .map(ticket -> note(ticket, request, event))
        .ifPresent(
            note ->
                scheduler.schedule(
                    WRITE
                        .instance("%s-%d".formatted(request.id(), event.version()))
                        .data(note)
                        .scheduledTo(event.at())));
  }

  private static TicketNote note(String ticket, Request request, RequestEvent event) {
    String mark = "[Holdfast %s #%d]".formatted(request.id(), event.version());
    return new TicketNote(
        ticket,
        request.id().toString(),
        event.type().name(),
        mark,
        harmless(StoredMessage.english(words(request, event))) + " " + mark);
  }

  /** In ServiceNow, what stands in brackets can be markup, and some of the words are people's. */
  private static String harmless(String words) {
    return words.replace('[', '(').replace(']', ')');
  }

  private static Message words(Request request, RequestEvent event) {
    OperationSpec spec = request.details().spec();
    Message head =
        Message.of(
            "ticket.note",
            "request",
            request.id().toString(),
            "kind",
            spec.kind(),
            "sides",
            spec.environments().size() == 1 ? "one" : "two",
            "source",
            spec.source().displayName(),
            "environment",
            spec.affected().displayName(),
            "requester",
            request.details().requester().name(),
            "state",
            request.state().message());
    Message said = request.outcome().map(end -> head.then(end.message())).orElse(head);
    return event.type() == RequestEventType.STARTED
        ? said.then(Message.of("ticket.note.started"))
        : said;
  }

  @Bean
  static Task<TicketNote> writeToTicket(ChangeTickets tickets) {
    return Tasks.custom(WRITE)
        .onFailure(ParkedTasks.afterHours())
        .execute(
            (instance, context) -> {
              TicketNote note = instance.getData();
              try (LogContext trail = LogContext.request(note.request())) {
                if (tickets.isConfigured()) {
                  tickets.write(note);
                } else {
                  log.warn("Nothing is written to {}: no ticket system is set", note.ticket());
                }
                return (done, operations) -> operations.remove();
              }
            });
  }
}
