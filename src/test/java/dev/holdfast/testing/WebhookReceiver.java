package dev.holdfast.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint on this machine that takes events as receivers of Standard Webhooks do. */
public final class WebhookReceiver implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<String> names = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

  /** What came. */
  public record Received(String id, long seconds, String signatures, String type, String body) {

    public JsonNode event() {
      return JSON.readTree(body);
    }

    public JsonNode data() {
      return event().path("data");
    }

    /** Whether one of the signatures is made with this secret. */
    public boolean isSignedWith(String secret) {
      return Stream.of(signatures.split(" ")).anyMatch(one -> one.equals(expected(secret)));
    }

    private String expected(String secret) {
      try {
        byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = id + "." + seconds + "." + body;
        return "v1,"
            + Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  private record Reply(int status, Map<String, String> headers) {}

  public WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  /** A secret of the usual length, made of one byte. */
  public static String secret(char letter) {
    return "whsec_"
        + Base64.getEncoder()
            .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks");
  }

  /** Answers the next event so; from then on as before. */
  public WebhookReceiver then(int status) {
    return then(status, Map.of());
  }

  public WebhookReceiver then(int status, Map<String, String> headers) {
    replies.add(new Reply(status, headers));
    return this;
  }

  /** The names of the headers of all calls. */
  public Set<String> headers() {
    return names;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  /** The last parts of their types, as they came. */
  public List<String> events() {
    return received.stream().map(one -> one.data().path("event").asString()).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    names.addAll(headers.keySet());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            headers.getFirst("webhook-id"),
            Long.parseLong(headers.getFirst("webhook-timestamp")),
            headers.getFirst("webhook-signature"),
            headers.getFirst("Content-Type"),
            body));
    Reply reply = replies.poll();
    if (reply != null) {
      reply.headers().forEach(exchange.getResponseHeaders()::set);
    }
    exchange.sendResponseHeaders(reply == null ? 204 : reply.status(), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
