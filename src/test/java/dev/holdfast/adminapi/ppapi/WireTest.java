package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A scripted service and the client that talks to it. */
abstract class WireTest {

  static final String ID = "00000000-0000-0000-0000-000000000001";
  static final String SOURCE = "00000000-0000-0000-0000-00000000000a";
  static final String ROOT = "/environmentmanagement";
  static final String ENVIRONMENT = ROOT + "/environments/" + ID;
  static final String VERSION = "api-version=2024-10-01";
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final RestoreOrder RESTORE =
      new RestoreOrder(
          SOURCE,
          ID,
          "Contoso Dev \"Ünal\"",
          Instant.parse("2026-11-20T18:00:59.999Z"),
          true,
          Optional.empty());

  final ScriptedServer server = new ScriptedServer();
  final List<Duration> waits = new ArrayList<>();
  final AdminApi api = client(Duration.ofSeconds(10));

  AdminApi client(Duration readTimeout) {
    return PpapiClients.over(
        server.base(),
        Clock.fixed(NOW, ZoneOffset.UTC),
        readTimeout,
        waits,
        audience -> "token for " + audience);
  }

  void answers(int status, String json) {
    server.answers(status, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  /** The one request that was made, which must have been this. */
  ScriptedServer.Asked onlyAsked(String method, String target) {
    assertThat(server.asked()).hasSize(1);
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target()).isEqualTo(method + " " + target);
    assertThat(asked.header("Authorization"))
        .isEqualTo("Bearer token for https://api.powerplatform.com");
    return asked;
  }

  static AdminApiException failure(ThrowingCallable call) {
    return catchThrowableOfType(AdminApiException.class, call);
  }

  @AfterEach
  void close() {
    server.close();
  }
}
