package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.request.RequestId;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.WebhookReceiver;
import dev.holdfast.webhook.WebhookEvent.Progress;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointClientTest {

  private static final WebhookEvent EVENT =
      new WebhookEvent(
          1,
          "ops",
          new RequestId(1001),
          1,
          "id-1",
          "{\"name\":\"Größe\"}",
          new Progress(WebhookState.WAITING, Samples.NOW, 0));

  private final SettableClock clock = new SettableClock(Samples.NOW);

  private static Endpoint endpoint(URI url) {
    return Hooks.endpoint("ops", url, WebhookReceiver.secret('a'));
  }

  @Test
  void signsTheBytesThatItSends() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      assertThat(
              new EndpointClient(clock, Traces.off())
                  .post(endpoint(receiver.url()), EVENT)
                  .isTaken())
          .isTrue();
      assertThat(receiver.received())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.body()).isEqualTo(EVENT.body());
                assertThat(one.isSignedWith(WebhookReceiver.secret('a'))).isTrue();
              });
    }
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver();
        WebhookReceiver elsewhere = new WebhookReceiver()) {
      receiver.then(307, Map.of("Location", elsewhere.url().toString()));
      EndpointClient.Answer answer =
          new EndpointClient(clock, Traces.off()).post(endpoint(receiver.url()), EVENT);
      assertThat(answer.status()).isEqualTo(307);
      assertThat(answer.isTaken()).isFalse();
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  /** An answer whose body never ends, in a trickle or as a flood. */
  @ParameterizedTest
  @CsvSource({"1", "8192"})
  @Timeout(30)
  void aBodyWithoutAnEndIsNotWaitedFor(int bytes) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> flood(server, bytes));
      EndpointClient client = new EndpointClient(clock, Duration.ofSeconds(2), Traces.off());
      Endpoint endpoint = endpoint(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
      if (bytes == 1) {
        assertThatThrownBy(() -> client.post(endpoint, EVENT))
            .isInstanceOf(IOException.class)
            .hasMessage("No answer within 2 s.");
      } else {
        assertThat(client.post(endpoint, EVENT).isTaken()).isTrue();
      }
      flood.join();
    }
  }

  private static void flood(ServerSocket server, int bytes) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[bytes]);
      out.flush();
      while (bytes > 1 || socket.getInputStream().read() >= 0) {
        if (bytes > 1) {
          out.write(new byte[bytes]);
        }
      }
    } catch (IOException e) {
      // The client has hung up.
    }
  }
}
