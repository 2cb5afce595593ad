package dev.holdfast.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Plays {@code npx} with a Playground below it: a shell that starts a process, which serves the
 * paths that Holdfast uses. Needs nothing but the JDK, so that it starts at once.
 */
final class FakePlayground {

  static final String INSTALLED = "installed.txt";

  private FakePlayground() {}

  /** The words that start it, in place of npx and the package. */
  static List<String> command() {
    try {
      Path classes =
          Path.of(FakePlayground.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return List.of(
          "sh",
          "-c",
          "\"$0\" \"$@\"; exit $?",
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-cp",
          classes.toString(),
          FakePlayground.class.getName());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] words) throws IOException {
    serve(Integer.parseInt(words[List.of(words).indexOf("-p") + 1]));
  }

  private static void serve(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/_debug/ping", exchange -> answer(exchange, "text/html", "pong"));
    server.createContext(
        "/_internal/v1/config",
        exchange ->
            answer(
                exchange, "application/json", "{\"config\":" + Files.readString(config()) + "}"));
    server.createContext("/_debug/conversation/", FakePlayground::install);
    server.start();
  }

  private static void install(HttpExchange exchange) throws IOException {
    String conversation = exchange.getRequestURI().getPath().split("/")[3];
    Files.writeString(
        Path.of(INSTALLED),
        conversation + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    answer(exchange, "text/plain", "");
  }

  private static Path config() {
    return Path.of(System.getenv("M365_AGENTS_PLAYGROUND_CONFIG_PATH"));
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
