package dev.holdfast.ticket.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.StoredMessage;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.ticket.TicketAnswer;
import dev.holdfast.ticket.TicketAnswer.Allowed;
import dev.holdfast.ticket.TicketAnswer.Denied;
import dev.holdfast.ticket.TicketKind;
import dev.holdfast.ticket.TicketNote;
import dev.holdfast.ticket.TicketQuestion;
import dev.holdfast.ticket.TicketSettings;
import dev.holdfast.ticket.TicketSystemException;
import dev.holdfast.ticket.TicketWindow;
import dev.holdfast.ticket.client.TicketHttp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies are those of the Table API, as its documentation shows them. */
class ServiceNowTicketsTest {

  private static final String CHANGE = "tickets/servicenow-change.json";
  private static final TicketNote NOTE =
      new TicketNote(
          "CHG0030052", "R-1001", "STARTED", "[Holdfast R-1001 #7]", "It … [Holdfast R-1001 #7]");

  private final ScriptedServer server = new ScriptedServer();
  private final ServiceNowTickets tickets =
      new ServiceNowTickets(
          new TicketHttp(TicketSettings.of(TicketKind.SERVICENOW, server.base()), Traces.off()),
          TicketSettings.of(TicketKind.SERVICENOW, server.base()));

  @AfterEach
  void close() {
    server.close();
  }

  private TicketAnswer check() {
    return tickets.check(TicketQuestion.atReview("CHG0030052", Samples.restore(), Samples.ALEX));
  }

  private void changed(String from, String to) {
    String body = new String(server.file(CHANGE), StandardCharsets.UTF_8);
    assertThat(body).contains(from);
    server.answers(200, Map.of(), body.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("facts F1 | a change that is scheduled and approved allows it in its window, in UTC")
  void readsOneChangeByItsNumber() {
    server.answers(200, CHANGE);
    assertThat(check())
        .isEqualTo(
            new Allowed(
                new TicketWindow(
                    Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                    Optional.of(Instant.parse("2026-11-20T21:00:00Z")))));
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(URLDecoder.decode(asked.target(), StandardCharsets.UTF_8))
        .startsWith("/api/now/table/change_request?sysparm_query=number=CHG0030052&")
        .contains("sysparm_display_value=all", "sysparm_fields=sys_id,number,state,approval");
    assertThat(asked.header("Authorization")).isEqualTo("Basic aG9sZGZhc3Q6aHVzaA==");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Scheduled\", \"value\": \"-2\" | \"Closed\", \"value\": \"3\" | its state is “Closed”",
        "\"Scheduled\", \"value\": \"-2\" | \"Authorize\", \"value\": \"-3\" | its state is"
            + " “Authorize”",
        "\"Approved\", \"value\": \"approved\" | \"Requested\", \"value\": \"requested\" | its"
            + " approval is “Requested”",
        "\"false\", \"value\": \"false\" | \"true\", \"value\": \"true\" | it's on hold"
      })
  void anythingElseDeniesIt(String from, String to, String reason) {
    changed(from, to);
    assertThat(denial(check())).isEqualTo(reason);
  }

  @Test
  void aNumberThatNobodyHasDeniesIt() {
    server.answers(200, "tickets/servicenow-none.json");
    assertThat(denial(check())).isEqualTo("it doesn't exist, or Holdfast may not see it");
  }

  @Test
  void withoutDatesThereIsNoWindow() {
    changed("\"value\": \"2026-11-20 09:00:00\"", "\"value\": \"\"");
    assertThat(((Allowed) check()).window().from()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"value\": \"-2\"",
        "\"value\": \"approved\"",
        "\"value\": \"2026-11-20 09:00:00\"",
        "\"value\": \"CHG0030052\"",
        "[\n"
      })
  void whatItDoesNotSayAllowsNothing(String text) {
    changed(
        text, text.equals("[\n") ? "{\n" : text.contains("2026") ? "\"value\": \"x\"" : "\"v\": 1");
    assertThatThrownBy(this::check).isInstanceOf(TicketSystemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 429, 500, 503})
  void anyOtherStatusAllowsNothing(int status) {
    server.answers(status, "tickets/servicenow-error.json");
    assertThatThrownBy(this::check)
        .isInstanceOf(TicketSystemException.class)
        .hasMessageContaining(String.valueOf(status));
  }

  @Test
  @DisplayName("facts F1 | a work note is written by PATCH, and once")
  void writesAWorkNoteOnce() {
    server.answers(200, CHANGE);
    server.answers(
        200, Map.of(), "{\"result\":{\"work_notes\":\"\"}}".getBytes(StandardCharsets.UTF_8));
    server.answers(200, Map.of(), "{\"result\":{}}".getBytes(StandardCharsets.UTF_8));
    tickets.write(NOTE);
    assertThat(server.asked().get(1).target())
        .isEqualTo(
            "/api/now/table/change_request/1c87925347c12200e0ef563dbb9a7177"
                + "?sysparm_display_value=true&sysparm_fields=work_notes");
    ScriptedServer.Asked written = server.asked().get(2);
    assertThat(written.method()).isEqualTo("PATCH");
    assertThat(written.target())
        .isEqualTo("/api/now/table/change_request/1c87925347c12200e0ef563dbb9a7177");
    assertThat(written.text()).isEqualTo("{\"work_notes\":\"It … [Holdfast R-1001 #7]\"}");

    server.answers(200, CHANGE).answers(200, "tickets/servicenow-notes.json");
    tickets.write(NOTE);
    assertThat(server.asked()).hasSize(5).extracting(ScriptedServer.Asked::method).endsWith("GET");
  }

  private static String denial(TicketAnswer answer) {
    return StoredMessage.english(((Denied) answer).reason());
  }
}
