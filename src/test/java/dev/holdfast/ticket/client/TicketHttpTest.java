package dev.holdfast.ticket.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.support.tracing.Traces;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.ticket.TicketKind;
import dev.holdfast.ticket.TicketProperties.Credential;
import dev.holdfast.ticket.TicketSettings;
import dev.holdfast.ticket.TicketSystemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How Holdfast signs in to a ticket system. */
class TicketHttpTest {

  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final String TOKEN = "tickets/servicenow-token.json";

  @TempDir private Path folder;
  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void close() {
    server.close();
  }

  private TicketHttp http(Credential credential) {
    return new TicketHttp(
        TicketSettings.of(TicketKind.SERVICENOW, server.base(), credential), Traces.off());
  }

  private String authorization(int call) {
    return server.asked().get(call).header("Authorization");
  }

  @Test
  void aTokenAloneIsABearerToken() {
    server.answers(200, Map.of(), EMPTY);
    TicketHttp http = http(TicketSettings.credential(Optional.empty(), Optional.of("tok")));
    http.get(http.at("/x"));
    assertThat(authorization(0)).isEqualTo("Bearer tok");
  }

  @Test
  void aSecretInAFileIsReadAtEachCall() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "one\n");
    TicketHttp http = http(file(Optional.empty(), file));
    server.answers(200, Map.of(), EMPTY).answers(200, Map.of(), EMPTY);
    http.get(http.at("/x"));
    Files.writeString(file, "two");
    http.get(http.at("/x"));
    assertThat(authorization(0)).isEqualTo("Bearer one");
    assertThat(authorization(1)).isEqualTo("Bearer two");
    Files.delete(file);
    assertThatThrownBy(() -> http.get(http.at("/x")))
        .isInstanceOf(TicketSystemException.class)
        .hasMessageContaining("credential");
  }

  @Test
  @DisplayName(
      "facts F1 | OAuth's client credentials, kept until they end, the secret changes, or 401")
  void takesAToken() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "a&b");
    TicketHttp http = http(file(Optional.of("id 1"), file));
    server.answers(200, TOKEN).answers(200, Map.of(), EMPTY).answers(200, Map.of(), EMPTY);
    http.get(http.at("/x"));
    http.get(http.at("/x"));
    assertThat(server.asked().get(0).target()).isEqualTo("/oauth_token.do");
    assertThat(server.asked().get(0).text())
        .isEqualTo("grant_type=client_credentials&client_id=id+1&client_secret=a%26b");
    assertThat(server.asked()).hasSize(3);
    assertThat(authorization(2)).isEqualTo("Bearer YnAfC5wWlO6P-5eOkYqDqv5l6vD8q2");

    server.answers(401).answers(200, TOKEN).answers(200, Map.of(), EMPTY);
    assertThat(http.get(http.at("/x"))).isPresent();
    Files.writeString(file, "c");
    server.answers(200, TOKEN).answers(200, Map.of(), EMPTY);
    http.get(http.at("/x"));
    assertThat(server.asked().get(6).text()).endsWith("client_secret=c");
  }

  @Test
  void withoutATokenNothingIsCalled() {
    TicketHttp http =
        http(
            new Credential(
                Optional.empty(),
                Optional.of("id"),
                Optional.of("s"),
                Optional.empty(),
                Optional.empty()));
    server.answers(200, Map.of(), EMPTY);
    assertThatThrownBy(() -> http.get(http.at("/x"))).hasMessageContaining("no token");
    server.answers(401);
    assertThatThrownBy(() -> http.get(http.at("/x"))).hasMessageContaining("401");
    assertThat(server.asked()).hasSize(2).allMatch(asked -> asked.target().contains("oauth"));
  }

  @Test
  void aCredentialGoesNowhereElse() {
    server.answers(302, Map.of("Location", "/elsewhere"));
    TicketHttp http = http(TicketSettings.credential(Optional.of("u"), Optional.of("p")));
    assertThatThrownBy(() -> http.get(http.at("/x"))).hasMessageContaining("302");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void noConnectionIsNoAnswer() {
    server.close();
    TicketHttp http = http(TicketSettings.credential(Optional.of("u"), Optional.of("p")));
    assertThatThrownBy(() -> http.get(http.at("/x"))).hasMessageContaining("can't be reached");
  }

  @Test
  void anAddressKeepsItsPath() {
    TicketHttp http =
        new TicketHttp(
            TicketSettings.of(
                TicketKind.JIRA, java.net.URI.create("https://api.example/ex/jira/1/")),
            Traces.off());
    assertThat(http.at("/rest")).hasToString("https://api.example/ex/jira/1/rest");
  }

  private static Credential file(Optional<String> clientId, Path file) {
    return new Credential(
        Optional.empty(),
        clientId,
        Optional.empty(),
        Optional.of(file.toString()),
        Optional.empty());
  }
}
