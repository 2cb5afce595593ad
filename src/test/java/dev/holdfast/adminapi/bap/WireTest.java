package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.testing.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A scripted service and the client that talks to it. */
abstract class WireTest {

  static final String ID = "00000000-0000-0000-0000-000000000001";
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  final ScriptedServer server = new ScriptedServer();
  final List<Duration> waits = new ArrayList<>();
  final AdminApi api = client(Duration.ofSeconds(10));

  AdminApi client(Duration readTimeout) {
    return BapClients.over(server.base(), Clock.fixed(NOW, ZoneOffset.UTC), readTimeout, waits);
  }

  static AdminApiException failure(ThrowingCallable call) {
    return catchThrowableOfType(AdminApiException.class, call);
  }

  @AfterEach
  void close() {
    server.close();
  }
}
