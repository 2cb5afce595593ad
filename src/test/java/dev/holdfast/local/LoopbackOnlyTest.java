package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.testing.SlowCaller;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script that Node loads before the Agents Playground, with a server that listens as it does.
 */
@Tag("process")
class LoopbackOnlyTest {

  private static final String SERVER =
      """
      const server = require('http').createServer((request, response) => response.end('hello'));
      server.on('upgrade', (request, socket) => socket.end('HTTP/1.1 101 hello\\r\\n\\r\\n'));
      server.listen(0, () => console.log(JSON.stringify(server.address())));
      """;

  @TempDir private Path folder;
  private Process node;
  private String address;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(hasNode(), "Node.js isn't on the PATH");
    Path directory = Files.createDirectories(folder.resolve("with a space"));
    ProcessBuilder builder = new ProcessBuilder("node", "-e", SERVER).redirectErrorStream(true);
    builder
        .environment()
        .put("NODE_OPTIONS", WindowProcess.requiring(WindowProcess.loopbackOnly(directory)));
    node = builder.start();
    BufferedReader output = node.inputReader();
    address = output.readLine();
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.destroy();
    }
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(address).contains("\"address\":\"127.0.0.1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:%d", "127.0.0.1:%d", "[::1]:%d"})
  void answersToThisMachine(String host) {
    assertThat(get(host)).startsWith("HTTP/1.1 200").endsWith("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example:%d",
        "localhost:%d\r\nOrigin: https://evil.example",
        "localhost:%d\r\nOrigin: null"
      })
  void answersToNobodyElse(String host) {
    assertThat(get(host)).startsWith("HTTP/1.1 403").contains("answers only to localhost");
    assertThat(get(host + "\r\nUpgrade: websocket\r\nConnection: upgrade")).isEmpty();
  }

  private String get(String host) {
    int port =
        Integer.parseInt(address.replaceAll("\\D*\"port\":(\\d+).*|.*\"port\":(\\d+).*", "$1$2"));
    URI server = URI.create("http://127.0.0.1:" + port);
    try (SlowCaller caller = new SlowCaller(server)) {
      return caller
          .sends("GET / HTTP/1.1\r\nHost: " + host.formatted(port) + "\r\n")
          .sends(host.contains("Upgrade") ? "\r\n" : "Connection: close\r\n\r\n")
          .answerUntilTheEnd();
    }
  }

  private static boolean hasNode() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .anyMatch(
            path ->
                Files.isExecutable(path.resolve("node")) || Files.exists(path.resolve("node.exe")));
  }
}
