package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class EndpointProbeTests {

  private final ScriptedServer server = new ScriptedServer();
  private final EndpointProbe reach = new EndpointProbe(Duration.ofSeconds(10));

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 401, 404, 503})
  void whoeverAnswersIsThereAndGetsNoToken(int status) {
    server.answers(status);

    CheckResult verdict = reach.verdict(server.base(), "holdfast.some.url");

    assertThat(verdict.state()).isEqualTo(CheckStatus.OK);
    assertThat(verdict.sentence()).startsWith(server.base() + " answers in ");
    assertThat(server.asked())
        .singleElement()
        .extracting(a -> a.header("Authorization"))
        .isEqualTo("");
  }

  @Test
  void aProxyThatWantsAPasswordIsNotTheService() {
    server.answers(407, Map.of());

    assertThat(broken(reach, server.base())).contains("asks for a password");
  }

  @Test
  void aHostThatDoesNotExistIsAskedForOfTheNameServer() {
    URI nowhere = URI.create("http://holdfast.invalid/");
    CheckResult verdict = reach.verdict(nowhere, "holdfast.some.url");

    assertThat(broken(reach, nowhere)).isEqualTo("There is no host holdfast.invalid.");
    assertThat(verdict.remedy().orElseThrow())
        .isEqualTo(
            Remedy.of(
                "Correct holdfast.some.url, or the name server of this machine:",
                "nslookup holdfast.invalid"));
  }

  @Test
  void aPortThatTakesNoConnection() throws IOException {
    URI closed = URI.create("http://127.0.0.1:" + freePort());

    assertThat(broken(reach, closed)).isEqualTo(closed + " takes no connection.");
  }

  @Test
  void silenceIsNoAnswer() {
    server.staysSilent();

    assertThat(broken(new EndpointProbe(Duration.ofMillis(200)), server.base()))
        .contains("took the connection and gave no answer");
  }

  @Test
  void aConnectionThatBreaksIsNoAnswer() {
    server.hangsUp().hangsUp(); // the JDK tries a GET a second time

    assertThat(broken(reach, server.base())).contains("took the connection and gave no answer");
  }

  @Test
  void aCertificateOfNobodyKnownIsNotTrusted() throws Exception {
    try (SelfSigned stranger = new SelfSigned()) {
      CheckResult verdict = reach.verdict(stranger.base(), "holdfast.some.url");

      assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
      assertThat(verdict.sentence()).startsWith("The certificate of localhost is not trusted");
      assertThat(verdict.remedy().flatMap(Remedy::command).orElseThrow()).startsWith("keytool ");
    }
  }

  private static String broken(EndpointProbe reach, URI address) {
    CheckResult verdict = reach.verdict(address, "holdfast.some.url");
    assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(verdict.remedy()).isPresent();
    return verdict.sentence();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
