package dev.holdfast.ticket.endpoint;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.ticket.TicketAnswer;
import dev.holdfast.ticket.TicketKind;
import dev.holdfast.ticket.TicketNote;
import dev.holdfast.ticket.TicketQuestion;
import dev.holdfast.ticket.TicketSystem;
import dev.holdfast.ticket.TicketSystemException;
import dev.holdfast.ticket.TicketWindow;
import dev.holdfast.ticket.client.TicketHttp;
import dev.holdfast.ticket.client.TicketText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** An endpoint that is asked with one POST, and told with another. */
@Component
class EndpointTickets implements TicketSystem {

  private static final String TICKET = "ticket";

  private final TicketHttp http;

  EndpointTickets(TicketHttp http) {
    this.http = http;
  }

  @Override
  public TicketKind kind() {
    return TicketKind.HTTP;
  }

  @Override
  public TicketAnswer check(TicketQuestion question) {
    JsonNode answer =
        http.send("POST", url(), body(question))
            .orElseThrow(() -> TicketSystemException.of("ticket.reason.status", "status", 404));
    if (!answer.path("allowed").isBoolean()) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", "allowed");
    }
    if (answer.path("allowed").asBoolean()) {
      return new TicketAnswer.Allowed(
          new TicketWindow(time(answer, "notBefore"), time(answer, "notAfter")));
    }
    String reason = TicketText.shown(answer.path("reason").asString("")).replaceAll("[.\\s]+$", "");
    return reason.isEmpty()
        ? TicketAnswer.denied("ticket.reason.none")
        : new TicketAnswer.Denied(Message.plain(reason));
  }

  private URI url() {
    return http.at("");
  }

  private static Map<String, Object> body(TicketQuestion question) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(TICKET, question.ticket());
    body.put("phase", question.phase().name().toLowerCase(Locale.ROOT));
    body.put("operation", question.operation().kind());
    body.put("source", environment(question.operation().source()));
    body.put("target", environment(question.operation().affected()));
    body.put(
        "requester", Map.of("id", question.requester().id(), "name", question.requester().name()));
    question.request().ifPresent(id -> body.put("request", id));
    return body;
  }

  private static Map<String, String> environment(EnvironmentRef environment) {
    return Map.of("id", environment.id(), "name", environment.displayName());
  }

  private static Optional<Instant> time(JsonNode answer, String field) {
    JsonNode given = answer.path(field);
    if (given.isMissingNode() || given.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(given.asString("")).toInstant());
    } catch (DateTimeException e) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", field);
    }
  }

  /** The endpoint tells notes apart by their mark. */
  @Override
  public void write(TicketNote note) {
    http.send(
            "POST",
            url(),
            Map.of(
                TICKET,
                note.ticket(),
                "phase",
                "note",
                "request",
                note.request(),
                "event",
                note.event(),
                "id",
                note.mark(),
                "text",
                note.text()))
        .orElseThrow(() -> TicketSystemException.of("ticket.reason.status", "status", 404));
  }

  @Override
  public void ping() {
    http.reach(url());
  }
}
