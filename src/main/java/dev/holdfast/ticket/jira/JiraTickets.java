package dev.holdfast.ticket.jira;

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
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Issues by Jira's REST API 3, and their approvals by that of Jira Service Management. */
@Component
class JiraTickets implements TicketSystem {

  private static final String ISSUE = "/rest/api/3/issue/";
  private static final String COMMENT = "/comment";

  /** Of an offset without a colon, as Jira writes it. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private final TicketHttp http;
  private final TicketProperties.Jira settings;

  JiraTickets(TicketHttp http, TicketProperties properties) {
    this.http = http;
    this.settings = properties.jira();
  }

  @Override
  public TicketKind kind() {
    return TicketKind.JIRA;
  }

  @Override
  public TicketAnswer check(TicketQuestion question) {
    String key = question.ticket();
    Optional<JsonNode> found = http.get(http.at(ISSUE + TicketText.encoded(key) + fields()));
    // What was moved to another project has another key.
    if (found.filter(issue -> issue.path("key").asString("").equals(key)).isEmpty()) {
      return TicketAnswer.denied("ticket.reason.notFound");
    }
    JsonNode issue = found.get().path("fields");
    String status = issue.path("status").path("name").asString("");
    if (status.isEmpty()) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", "status");
    }
    if (settings.statuses().stream().noneMatch(status::equalsIgnoreCase)) {
      return TicketAnswer.denied("ticket.reason.state", "state", TicketText.shown(status));
    }
    TicketAnswer allowed =
        new TicketAnswer.Allowed(
            new TicketWindow(time(issue, settings.startField()), time(issue, settings.endField())));
    return settings.approvals() ? denialOfApprovals(key).orElse(allowed) : allowed;
  }

  private String fields() {
    return "?fields="
        + Stream.of(Optional.of("status"), settings.startField(), settings.endField())
            .flatMap(Optional::stream)
            .map(TicketText::encoded)
            .collect(Collectors.joining(","));
  }

  /** The last one counts; before it there may have been one that was declined. */
  private Optional<TicketAnswer> denialOfApprovals(String key) {
    Optional<JsonNode> page =
        http.get(
            http.at(
                "/rest/servicedeskapi/request/" + TicketText.encoded(key) + "/approval?limit=100"));
    if (page.isEmpty()) {
      return Optional.of(TicketAnswer.denied("ticket.reason.noApproval"));
    }
    if (!page.get().path("values").isArray() || !page.get().path("isLastPage").asBoolean(false)) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", "approval");
    }
    String last = "";
    long lastId = -1;
    for (JsonNode approval : page.get().path("values")) {
      long id = approval.path("id").asLong(-1);
      String decision = approval.path("finalDecision").asString("");
      if (id < 0 || decision.isEmpty()) {
        throw TicketSystemException.of("ticket.reason.unreadable", "field", "approval");
      }
      if (id > lastId) {
        last = decision;
        lastId = id;
      }
    }
    if (last.isEmpty()) {
      return Optional.of(TicketAnswer.denied("ticket.reason.noApproval"));
    }
    return last.equals("approved")
        ? Optional.empty()
        : Optional.of(
            TicketAnswer.denied("ticket.reason.approval", "approval", TicketText.shown(last)));
  }

  private static Optional<Instant> time(JsonNode issue, Optional<String> field) {
    String text = field.map(id -> issue.path(id).asString("")).orElse("");
    if (field.isPresent() && issue.path(field.get()).isMissingNode()) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", field.get());
    }
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
    } catch (DateTimeParseException e) {
      throw TicketSystemException.of("ticket.reason.unreadable", "field", field.orElse(""));
    }
  }

  @Override
  public void write(TicketNote note) {
    String comments = ISSUE + TicketText.encoded(note.ticket()) + COMMENT;
    JsonNode newest =
        http.get(http.at(comments + "?orderBy=-created&maxResults=100"))
            .map(page -> page.path("comments"))
            .orElseThrow(() -> TicketSystemException.of("ticket.reason.notFound"));
    if (!newest.toString().contains(note.mark())) {
      http.send("POST", http.at(comments), comment(note.text()))
          .orElseThrow(() -> TicketSystemException.of("ticket.reason.notFound"));
    }
  }

  /** For those who work on it, not for the customer who sees its portal. */
  private static Map<String, Object> comment(String text) {
    Map<String, Object> words = Map.of("type", "text", "text", text);
    Map<String, Object> paragraph = Map.of("type", "paragraph", "content", List.of(words));
    return Map.of(
        "body",
        Map.of("type", "doc", "version", 1, "content", List.of(paragraph)),
        "properties",
        List.of(Map.of("key", "sd.public.comment", "value", Map.of("internal", true))));
  }

  @Override
  public void ping() {
    if (http.get(http.at("/rest/api/3/myself")).isEmpty()) {
      throw TicketSystemException.of("ticket.reason.status", "status", 404);
    }
  }
}
