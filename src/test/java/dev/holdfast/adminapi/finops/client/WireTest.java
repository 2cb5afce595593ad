package dev.holdfast.adminapi.finops.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Unavailable;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;

/** A scripted service and the client that talks to it. */
abstract class WireTest {

  static final String ID = "00000000-0000-0000-0000-000000000001";
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @AutoClose final ScriptedServer server = new ScriptedServer();
  final FinOpsApi api = FinOpsClients.over(server.base(), "ppapi", CLOCK);

  void answers(int status, String json) {
    server.answers(status, Map.of(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** The one request that was made, which must have been this. */
  void onlyAsked(String question) {
    assertThat(server.asked()).hasSize(1);
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target())
        .isEqualTo("GET /dynamics/environments/%s/%s".formatted(ID, question));
    assertThat(asked.header("Authorization"))
        .isEqualTo("Bearer token for https://api.powerplatform.com");
    assertThat(asked.body()).isEmpty();
  }

  static void assertNone(FinOpsAnswer<?> answer, Reason reason, String... words) {
    assertThat(answer).isInstanceOf(Unavailable.class);
    Unavailable<?> none = (Unavailable<?>) answer;
    assertThat(none.reason()).as(none.why()).isEqualTo(reason);
    assertThat(List.of(words)).allMatch(none.why()::contains, none.why());
    assertThat(answer.known()).isEmpty();
  }
}
