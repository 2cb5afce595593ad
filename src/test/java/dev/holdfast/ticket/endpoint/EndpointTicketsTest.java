package dev.holdfast.ticket.endpoint;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EndpointTicketsTest {

  private final ScriptedServer server = new ScriptedServer();
  private final EndpointTickets tickets =
      new EndpointTickets(
          new TicketHttp(
              TicketSettings.of(TicketKind.HTTP, server.base().resolve("/gate")), Traces.off()));

  @AfterEach
  void close() {
    server.close();
  }

  private TicketAnswer check(String answer) {
    server.answers(200, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
    return tickets.check(TicketQuestion.atReview("C-7", Samples.restore(), Samples.ALEX));
  }

  @Test
  void saysWhatIsAskedAndWhoAsks() {
    assertThat(check("{\"allowed\":true}")).isEqualTo(new Allowed(TicketWindow.ALWAYS));
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target()).isEqualTo("POST /gate");
    JsonNode body = JsonMapper.shared().readTree(asked.text());
    assertThat(body.path("ticket").asString()).isEqualTo("C-7");
    assertThat(body.path("phase").asString()).isEqualTo("review");
    assertThat(body.path("operation").asString()).isEqualTo("restore");
    assertThat(body.path("source").path("id").asString())
        .isEqualTo(Samples.restore().source().id());
    assertThat(body.path("target").path("name").asString())
        .isEqualTo(Samples.restore().affected().displayName());
    assertThat(body.path("requester").path("id").asString()).isEqualTo(Samples.ALEX.id());
  }

  @Test
  void theAnswerHasAWindow() {
    assertThat(
            check(
                "{\"allowed\":true,\"notBefore\":\"2026-11-20T10:00:00+01:00\","
                    + "\"notAfter\":\"2026-11-20T21:00:00Z\"}"))
        .isEqualTo(
            new Allowed(
                new TicketWindow(
                    Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                    Optional.of(Instant.parse("2026-11-20T21:00:00Z")))));
  }

  @Test
  void theAnswerDeniesWithAReasonOnOneLine() {
    assertThat(denial(check("{\"allowed\":false,\"reason\":\" The board\\nsays no. \"}")))
        .isEqualTo("The board says no");
    assertThat(denial(check("{\"allowed\":false}"))).isEqualTo("the ticket system gave no reason");
    assertThat(denial(check("{\"allowed\":false,\"reason\":\"" + "x".repeat(9000) + "\"}")))
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "no",
        "",
        "{\"allowed\":\"true\"}",
        "{\"allowed\":1}",
        "{\"allowed\":true,\"notAfter\":\"tomorrow\"}",
        "{\"allowed\":true,\"notBefore\":\"2026-11-20T10:00:00\"}"
      })
  void whatItDoesNotSayAllowsNothing(String answer) {
    assertThatThrownBy(() -> check(answer)).isInstanceOf(TicketSystemException.class);
  }

  @Test
  void isToldWithAMarkByWhichItKnowsARepetition() {
    server.answers(204);
    tickets.write(new TicketNote("C-7", "R-1001", "SUCCEEDED", "[Holdfast R-1001 #9]", "Done."));
    assertThat(JsonMapper.shared().readTree(server.asked().get(0).text()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"ticket":"C-7","phase":"note","request":"R-1001","event":"SUCCEEDED",
                     "id":"[Holdfast R-1001 #9]","text":"Done."}
                    """));
  }

  private static String denial(TicketAnswer answer) {
    return StoredMessage.english(((Denied) answer).reason());
  }
}
