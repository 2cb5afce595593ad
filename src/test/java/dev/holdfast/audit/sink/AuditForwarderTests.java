package dev.holdfast.audit.sink;

import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.audit.AuditExporter;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

/** What of the audit log reaches the sink and the channel, also when they fail. */
@EachDatabase
class AuditForwarderTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Workbench bench;
  private final Messenger messenger = Mockito.mock(Messenger.class);

  @TempDir private Path directory;

  AuditForwarderTests(Databases database) {
    bench = new Workbench(database.fresh());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Path open() {
    Path file = directory.resolve("audit.jsonl");
    open(
        new AuditProperties.Sink(
            Optional.of(file.toString()),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(15)));
    return file;
  }

  private void open(AuditProperties.Sink sink) {
    bench
        .with(AuditProperties.class, new AuditProperties(Optional.of("channel"), sink))
        .with(Messenger.class, messenger)
        .open("request", "audit");
  }

  private void submit(int requests) {
    for (int i = 0; i < requests; i++) {
      RequestId id = bench.requests().nextId();
      bench.add(Request.submit(id, details(restore(), 1, "draft of " + id)));
    }
  }

  private void forward() {
    bench.get(AuditForwarder.class).forward();
  }

  private static List<Long> positions(List<String> lines) {
    return lines.stream().map(line -> JSON.readTree(line).path("position").asLong()).toList();
  }

  private List<Long> upTo(long last) {
    return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void eachRowIsAppendedOnceAndInOrder() throws IOException {
    Path file = open();
    submit(AuditForwarder.BATCH + 3);
    forward();
    submit(2);
    forward();
    forward();

    assertThat(positions(Files.readAllLines(file))).isEqualTo(upTo(AuditForwarder.BATCH + 5));
    assertThat(Files.readAllLines(file).get(0)).contains("\"operation\":\"restore\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aLineThatACrashCutOffComesAgainOnALineOfItsOwn() throws IOException {
    Path file = open();
    Files.writeString(file, "{\"position\":", StandardOpenOption.CREATE);
    submit(1);
    forward();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2).startsWith("{\"position\":");
    assertThat(positions(lines.subList(1, 2))).containsExactly(1L);
  }

  @Test
  void whatTheSinkTookBeforeACrashComesAgain() throws IOException {
    Path file = open();
    submit(2);
    forward();
    bench.in(
        () ->
            bench
                .get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update audit_sink set position = 1")
                .update());
    forward();

    assertThat(positions(Files.readAllLines(file))).containsExactly(1L, 2L, 2L);
  }

  @Test
  void anEndpointThatFailsIsTriedAgainLaterAndNothingIsLeftOut() throws IOException {
    List<String> taken = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    int[] status = {503};
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          headers.add(exchange.getRequestHeaders().getFirst("Authorization"));
          if (status[0] == 204) {
            body.lines().forEach(taken::add);
          }
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rows");
      open(
          new AuditProperties.Sink(
              Optional.empty(),
              Optional.of(url),
              Optional.of("Bearer secret"),
              Duration.ofMinutes(15)));
      submit(3);
      forward();
      forward();
      assertThat(headers).containsExactly("Bearer secret");
      bench.clock.advance(Duration.ofMinutes(16));
      assertThat(looked().state()).isEqualTo(CheckStatus.WARNING);
      assertThat(looked().sentence()).contains("0 of 3", "503").doesNotContain("secret");

      status[0] = 204;
      forward();

      assertThat(positions(taken)).isEqualTo(upTo(3));
      assertThat(looked().state()).isEqualTo(CheckStatus.OK);
    } finally {
      server.stop(0);
    }
  }

  private dev.holdfast.doctor.CheckResult looked() {
    return bench.get(AuditSinkCheck.class).check();
  }

  @Test
  void theSealIsPostedOnceADayAndAgainWhenItCouldNotBe() {
    open();
    submit(1);
    AuditExporter.Seal seal = bench.get(AuditExporter.class).seal();
    Mockito.when(messenger.say(Mockito.any(), Mockito.any()))
        .thenThrow(Mockito.mock(DeliveryException.class))
        .thenReturn(new Messenger.Posted("channel", "a"));
    SealPosts posts = bench.get(SealPosts.class);
    for (int i = 0; i < 4; i++) {
      posts.postIfDue();
    }
    Mockito.verify(messenger, Mockito.times(2))
        .say(Mockito.eq(new Address.Conversation("channel")), Mockito.contains(seal.hash()));

    bench.clock.advance(Duration.ofDays(1));
    posts.postIfDue();
    Mockito.verify(messenger, Mockito.times(3)).say(Mockito.any(), Mockito.any());
    assertThat(bench.get(SealChannelCheck.class).check().state()).isEqualTo(CheckStatus.OK);
    bench.clock.advance(Duration.ofDays(2));
    assertThat(bench.get(SealChannelCheck.class).check().state()).isEqualTo(CheckStatus.WARNING);
  }
}
