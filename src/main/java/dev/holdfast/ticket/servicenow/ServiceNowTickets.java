package dev.holdfast.ticket.servicenow;

import dev.holdfast.ticket.TicketAnswer;
import dev.holdfast.ticket.TicketKind;
import dev.holdfast.ticket.TicketNote;
import dev.holdfast.ticket.TicketProperties;
import dev.holdfast.ticket.TicketQuestion;
import dev.holdfast.ticket.TicketSystem;
import dev.holdfast.ticket.TicketSystemException;
import dev.holdfast.ticket.TicketWindow;
import dev.holdfast.ticket.client.TicketHttp;
import dev.holdfast.ticket.client.TicketText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Change requests by ServiceNow's Table API. */
@Component
class ServiceNowTickets implements TicketSystem {

  private static final String TABLE = "/api/now/table/change_request";

  /** With {@code all}, each field has its value, with times in UTC, and what people see. */
  private static final String FIELDS =
      "&sysparm_display_value=all&sysparm_exclude_reference_link=true&sysparm_limit=2"
          + "&sysparm_fields=sys_id,number,state,approval,on_hold,start_date,end_date";

  private static final String SHOWN = "display_value";
  private static final String NOTES = "work_notes";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final TicketHttp http;
  private final TicketProperties.ServiceNow settings;

  ServiceNowTickets(TicketHttp http, TicketProperties properties) {
    this.http = http;
    this.settings = properties.servicenow();
  }

  @Override
  public TicketKind kind() {
    return TicketKind.SERVICENOW;
  }

  @Override
  public TicketAnswer check(TicketQuestion question) {
    return find(question.ticket())
        .map(this::judge)
        .orElseGet(() -> TicketAnswer.denied("ticket.reason.notFound"));
  }

  private TicketAnswer judge(JsonNode change) {
    if (!settings.states().contains(required(change, "state"))) {
      return TicketAnswer.denied("ticket.reason.state", "state", shown(change, "state"));
    }
    if (!settings.approvals().contains(required(change, "approval"))) {
      return TicketAnswer.denied("ticket.reason.approval", "approval", shown(change, "approval"));
    }
    if (value(change, "on_hold").equals("true")) {
      return TicketAnswer.denied("ticket.reason.onHold");
    }
    return new TicketAnswer.Allowed(
        new TicketWindow(time(change, "start_date"), time(change, "end_date")));
  }

  /** The one change request of that number; empty where there is none, or one that isn't shown. */
  private Optional<JsonNode> find(String number) {
    JsonNode result =
        http.get(
                http.at(
                    TABLE + "?sysparm_query=" + TicketText.encoded("number=" + number) + FIELDS))
            .map(answer -> answer.path("result"))
            .orElseThrow(() -> TicketSystemException.of("ticket.reason.status", "status", 404));
    if (!result.isArray() || result.size() > 1) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", "result");
    }
    if (result.isEmpty()) {
      return Optional.empty();
    }
    if (!value(result.get(0), "number").equals(number)) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", "number");
    }
    return Optional.of(result.get(0));
  }

  @Override
  public void write(TicketNote note) {
    JsonNode change =
        find(note.ticket()).orElseThrow(() -> TicketSystemException.of("ticket.reason.notFound"));
    String path = TABLE + "/" + TicketText.encoded(required(change, "sys_id"));
    if (!notes(path).contains(note.mark())) {
      http.send("PATCH", http.at(path), Map.of(NOTES, note.text()))
          .orElseThrow(() -> TicketSystemException.of("ticket.reason.notFound"));
    }
  }

  /** A journal has no value, only what people see. */
  private String notes(String path) {
    return http.get(http.at(path + "?sysparm_display_value=true&sysparm_fields=" + NOTES))
        .map(answer -> answer.path("result").path(NOTES).asString(""))
        .orElse("");
  }

  @Override
  public void ping() {
    if (http.get(http.at(TABLE + "?sysparm_limit=1&sysparm_fields=sys_id")).isEmpty()) {
      throw TicketSystemException.of("ticket.reason.status", "status", 404);
    }
  }

  /** What a field without a right to it is, nobody knows. */
  private static String required(JsonNode change, String field) {
    String value = value(change, field);
    if (value.isEmpty()) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", field);
    }
    return value;
  }

  private static Optional<Instant> time(JsonNode change, String field) {
    String text = value(change, field);
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", field);
    }
  }

  private static String value(JsonNode change, String field) {
    return change.path(field).path("value").asString("");
  }

  private static String shown(JsonNode change, String field) {
    return List.of(SHOWN, "value").stream()
        .map(part -> TicketText.shown(change.path(field).path(part).asString("")))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
