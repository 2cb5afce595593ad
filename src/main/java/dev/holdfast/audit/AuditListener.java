package dev.holdfast.audit;

import dev.holdfast.audit.AuditFacts.Column;
import dev.holdfast.audit.content.RecordedContents;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventListener;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.ChangedRequestException;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.request.store.ContentHash;
import dev.holdfast.request.store.RequestDocumentMapper;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down every event and incident, in the transaction in which it happens, and has it sealed.
 * A request that isn't stored as it was written gets no further than to an end without a call.
 */
@Component
public class AuditListener implements RequestEventListener, AuditEventListener {

  private static final Logger log = LoggerFactory.getLogger(AuditListener.class);

  /** After these the admin API is called, or would be. */
  private static final Set<RequestEventType> CALLS =
      EnumSet.of(
          RequestEventType.STARTING, RequestEventType.SAFETY_STARTING, RequestEventType.REHEARSED);

  private final AuditWriter writer;
  private final RecordedFaults faults;
  private final RequestFacts facts;
  private final RecordedContents contents;

  AuditListener(
      AuditWriter writer, RecordedFaults faults, RequestFacts facts, RecordedContents contents) {
    this.writer = writer;
    this.faults = faults;
    this.facts = facts;
    this.contents = contents;
  }

  /**
   * @throws ChangedRequestException when a call is to follow, and the request isn't stored as it
   *     was written
   */
  @Override
  public void on(Request request, RequestEvent event) {
    Optional<String> difference = contents.differenceOf(request);
    if (CALLS.contains(event.type())) {
      faults
          .of(request, difference)
          .ifPresent(
              why -> {
                throw new ChangedRequestException(request.id(), why);
              });
    }
    Map<Column, String> texts = facts.of(request);
    texts.put(Column.CONTENT, ContentHash.of(RequestDocumentMapper.write(request)));
    writer.know(event.who());
    writer.write(
        new AuditWriter.Line(
            event.at(),
            event.request(),
            Optional.of(event.version()),
            new AuditEntry.Event(
                event.type().name(),
                event.state().name(),
                new AuditEntry.Person(event.who().id(), event.who().name()),
                event.words()),
            AuditFacts.of(texts)));
    difference.ifPresent(
        why ->
            on(
                new AuditEvent(
                    request.id(),
                    AuditEventType.REQUEST_CHANGED,
                    event.state(),
                    Person.HOLDFAST,
                    event.at(),
                    why)));
  }

  /** Who presses a button that is not theirs again and again is written down once. */
  @Override
  public void on(AuditEvent incident) {
    boolean changed = incident.type() == AuditEventType.REQUEST_CHANGED;
    if (changed
        ? contents.isMarked(incident.request())
        : incident.type() == AuditEventType.DECISION_REFUSED && writer.isWritten(incident)) {
      return;
    }
    if (changed) {
      log.warn(
          "{} isn't stored as Holdfast stored it, so it won't be started: {} ({})",
          incident.request(),
          incident.words(),
          incident.type());
    }
    writer.write(
        new AuditWriter.Line(
            incident.at(),
            incident.request(),
            Optional.empty(),
            new AuditEntry.Event(
                incident.type().name(),
                incident.state().map(RequestState::name).orElse(""),
                new AuditEntry.Person(incident.who().id(), incident.who().name()),
                incident.words()),
            writer.factsOfLast(incident.request())));
  }
}
