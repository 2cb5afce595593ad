package dev.holdfast.ticket.jira;

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

/** The bodies are those of Atlassian's documentation. */
class JiraTicketsTest {

  private static final String ISSUE = "tickets/jira-issue.json";
  private static final String APPROVALS = "tickets/jira-approvals.json";
  private static final TicketNote NOTE =
      new TicketNote(
          "CHG-42", "R-1001", "STARTED", "[Holdfast R-1001 #7]", "It … [Holdfast R-1001 #7]");

  private final ScriptedServer server = new ScriptedServer();
  private final JiraTickets tickets =
      new JiraTickets(
          new TicketHttp(TicketSettings.of(TicketKind.JIRA, server.base()), Traces.off()),
          TicketSettings.of(TicketKind.JIRA, server.base()));

  @AfterEach
  void close() {
    server.close();
  }

  private TicketAnswer check() {
    return tickets.check(TicketQuestion.atReview("CHG-42", Samples.restore(), Samples.ALEX));
  }

  private void changed(String file, String from, String to) {
    String body = new String(server.file(file), StandardCharsets.UTF_8);
    assertThat(body).contains(from);
    server.answers(200, Map.of(), body.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("facts F2 | an issue in a configured status whose last approval is a yes allows it")
  void readsStatusTimesAndApprovals() {
    server.answers(200, ISSUE).answers(200, APPROVALS);
    assertThat(check())
        .isEqualTo(
            new Allowed(
                new TicketWindow(
                    Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                    Optional.of(Instant.parse("2026-11-20T21:00:00Z")))));
    assertThat(server.asked().get(0).target())
        .isEqualTo("/rest/api/3/issue/CHG-42?fields=status,customfield_10061,customfield_10062");
    assertThat(server.asked().get(1).target())
        .isEqualTo("/rest/servicedeskapi/request/CHG-42/approval?limit=100");
  }

  @Test
  void anotherStatusDeniesIt() {
    changed(ISSUE, "\"Implementing\"", "\"Completed\"");
    assertThat(denial(check())).isEqualTo("its state is “Completed”");
  }

  @Test
  void whatIsNotThereOrHasMovedDeniesIt() {
    server.answers(404, "tickets/jira-not-found.json");
    assertThat(denial(check())).startsWith("it doesn't exist");
    changed(ISSUE, "\"CHG-42\"", "\"OPS-7\"");
    assertThat(denial(check())).startsWith("it doesn't exist");
  }

  @ParameterizedTest
  @CsvSource({
    "approved, pending, its approval is “pending”",
    "approved, declined, its approval is “declined”"
  })
  void theLastApprovalCounts(String from, String to, String reason) {
    server.answers(200, ISSUE);
    changed(APPROVALS, "\"finalDecision\": \"" + from, "\"finalDecision\": \"" + to);
    assertThat(denial(check())).isEqualTo(reason);
  }

  @Test
  void withoutAnApprovalItIsDenied() {
    server.answers(200, ISSUE).answers(404, "tickets/jira-not-found.json");
    assertThat(denial(check())).isEqualTo("nobody has approved it");
    server.answers(200, ISSUE);
    server.answers(
        200, Map.of(), "{\"isLastPage\":true,\"values\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(denial(check())).isEqualTo("nobody has approved it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tickets/jira-issue.json | \"name\": \"Implementing\" | \"n\": 1",
        "tickets/jira-issue.json | \"customfield_10061\" | \"customfield_1\"",
        "tickets/jira-issue.json | 2026-11-20T10:00:00.000+0100 | 2026-11-20",
        "tickets/jira-approvals.json | \"isLastPage\": true | \"isLastPage\": false",
        "tickets/jira-approvals.json | \"finalDecision\" | \"decision\""
      })
  void whatItDoesNotSayAllowsNothing(String file, String from, String to) {
    if (file.equals(APPROVALS)) {
      server.answers(200, ISSUE);
    }
    changed(file, from, to);
    assertThatThrownBy(this::check).isInstanceOf(TicketSystemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 429, 500})
  void anyOtherStatusAllowsNothing(int status) {
    server.answers(status, "tickets/jira-not-found.json");
    assertThatThrownBy(this::check)
        .isInstanceOf(TicketSystemException.class)
        .hasMessageContaining(String.valueOf(status));
  }

  @Test
  @DisplayName("facts F2 | a comment is an internal one in Atlassian's document format, and one")
  void commentsOnce() {
    server.answers(200, Map.of(), "{\"comments\":[],\"total\":0}".getBytes(StandardCharsets.UTF_8));
    server.answers(201, Map.of(), "{\"id\":\"10001\"}".getBytes(StandardCharsets.UTF_8));
    tickets.write(NOTE);
    assertThat(server.asked().get(0).target())
        .isEqualTo("/rest/api/3/issue/CHG-42/comment?orderBy=-created&maxResults=100");
    ScriptedServer.Asked written = server.asked().get(1);
    assertThat(written.method()).isEqualTo("POST");
    assertThat(written.target()).isEqualTo("/rest/api/3/issue/CHG-42/comment");
    assertThat(written.text())
        .contains(
            "\"type\":\"doc\"",
            "\"version\":1",
            "It … [Holdfast R-1001 #7]",
            "sd.public.comment",
            "\"internal\":true");

    server.answers(200, "tickets/jira-comments.json");
    tickets.write(NOTE);
    assertThat(server.asked()).hasSize(3);
  }

  private static String denial(TicketAnswer answer) {
    return StoredMessage.english(((Denied) answer).reason());
  }
}
