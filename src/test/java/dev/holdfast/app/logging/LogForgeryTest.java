package dev.holdfast.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeTeams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that somebody sends can pass for another line of the log. */
class LogForgeryTest {

  private static final String FORGED = "2026-11-20T10:00:00Z ERROR forged";

  /** Line breaks of every kind, escape sequences, and what turns or hides text. */
  private static final String UNSAFE =
      "a\r\n"
          + "b\n"
          + "c\r"
          + "d\u0085e\u2028f\u2029g\u001b[31mh\u009bi\u202ej\u2066k\u200fl\u200bm\u000bn\fo\0p";

  private static final String SHOWN =
      "a\\r\\nb\\nc\\rd\\u0085e\\u2028f\\u2029g\\u001b[31mh\\u009bi\\u202ej\\u2066k\\u200fl\\u200bm"
          + "\\u000bn\\u000co\\u0000p";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  /** The other tests of this JVM have their own configuration. */
  @AfterEach
  void setUpTheLogAsBefore() throws Exception {
    System.clearProperty("FILE_LOG_STRUCTURED_FORMAT");
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    new ContextInitializer(context).autoConfig();
  }

  static List<String> words() {
    return List.of(
        "%m", "%msg", "%message", "%X{key}", "%mdc{key}", "%X", "%thread", "%replace(%m){'x','x'}");
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyWordOfAPatternEscapes(String word) {
    String line = layout(word).doLayout(event(null));

    assertThat(line).contains(SHOWN).matches("[\\x20-\\x7e]*");
  }

  @Test
  void exceptionsAndTheirCausesEscape() {
    Exception failure = new IllegalStateException(UNSAFE, new IOException(UNSAFE));
    failure.addSuppressed(new IOException(UNSAFE));
    for (String pattern : List.of("%ex", "%xEx", "%safeEx", "%m", "%m%n%wEx")) {
      String safe = SafeLogPostProcessor.safe(pattern);
      String text = layout(safe).doLayout(event(failure));

      assertThat(text).contains("Caused by").contains(SHOWN);
      assertThat(text.lines()).allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e\\t]*"));
    }
  }

  @Test
  void whatIsOrdinaryStaysAsItIs() {
    assertThat(LogText.escaped("Größe\t日本 \uD83D\uDE00 C:\\new"))
        .isEqualTo("Größe\t日本 \uD83D\uDE00 C:\\new");
    assertThat(LogText.escaped("\uD83D and \uDB40\uDC41")).isEqualTo("\\ud83d and \\u{e0041}");
    assertThat(LogText.escapedForJson(UNSAFE))
        .contains("a\r\nb\nc\rd")
        .doesNotContain("\u2028", "\u202e");
  }

  static Stream<String> formats() {
    return Stream.of("", "ecs", "logstash", "gelf");
  }

  @ParameterizedTest(name = "format \"{0}\"")
  @MethodSource("formats")
  void noFieldOfAnActivityAndNoHeaderMakesALine(String format) throws Exception {
    Path file = folder.resolve("holdfast.log");
    // Of an earlier context that may still be open in this JVM; what it has set would win.
    System.clearProperty("FILE_LOG_STRUCTURED_FORMAT");
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    try (FakeTeams teams = FakeTeams.start();
        TeamsSlice slice =
            TeamsSlice.start(
                teams,
                Databases.H2,
                "--logging.file.name=" + file,
                // As Spring Boot does it, but for the configuration that keeps tests quiet.
                "--logging.config=classpath:logging/"
                    + (format.isEmpty() ? "plain" : "structured")
                    + ".xml",
                "--logging.structured.format.file=" + format,
                "--logging.level.dev.holdfast=debug",
                "--logging.level.org.springframework.web=debug",
                "--logging.level.org.springframework.security=debug")) {
      activities().forEach(activity -> teams.send(activity.getBytes(StandardCharsets.UTF_8)));
      strangePath(slice.endpoint());
      LoggerFactory.getLogger("dev.holdfast.teams")
          .warn("From {}", nasty(), new IOException(nasty()));
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).as("something was logged").hasSizeGreaterThan(3);
    assertThat(lines)
        .noneMatch(line -> line.startsWith("2026-11-20T10:00:00Z"))
        .noneMatch(line -> line.codePoints().anyMatch(LogForgeryTest::isUnsafe));
    if (!format.isEmpty()) {
      assertThat(lines).allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
    }
  }

  private static boolean isUnsafe(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL && point != '\t'
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String nasty() {
    return UNSAFE + "\n" + FORGED + "\r\n" + FORGED + "\u2028" + FORGED;
  }

  /** Each field that is read, with the text in it, and each without what it needs. */
  private static Stream<String> activities() {
    String nasty = JSON.writeValueAsString(nasty());
    return Stream.of("message", "invoke", "conversationUpdate", "installationUpdate", nasty())
        .flatMap(
            type ->
                Stream.of(true, false)
                    .map(
                        whole ->
                            """
                            {"type": %2$s, "name": %1$s, "id": %1$s, "channelId": %1$s,
                             "serviceUrl": %3$s, "locale": %1$s, "text": %1$s, "textFormat": %1$s,
                             "timestamp": %1$s, "localTimezone": %1$s, "replyToId": %1$s,
                             "from": {"id": %1$s, "name": %1$s, "aadObjectId": %1$s, "role": %1$s},
                             "recipient": {"id": %1$s, "name": %1$s},
                             "conversation": {"id": %1$s, "conversationType": %1$s, "tenantId": %1$s},
                             "channelData": {"tenant": {"id": %1$s}, "eventType": %1$s},
                             "entities": [{"type": %1$s, "text": %1$s}],
                             "value": {"action": {"type": %1$s, "verb": %1$s, "data": {"a": %1$s}}}}
                            """
                                .formatted(
                                    nasty,
                                    JSON.writeValueAsString(type),
                                    whole ? "\"http://127.0.0.1:1/x\"" : nasty)));
  }

  /** What a header and a path may carry over HTTP. */
  private static void strangePath(URI endpoint) throws Exception {
    String escaped = "/%0D%0A2026-11-20T10:00:00Z%20ERROR%20forged%E2%80%A8x%1B%5B31m";
    for (String path : List.of(escaped, "/api/messages" + escaped, "/api/messages?a=" + escaped)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint.resolve("/") + path.substring(1)))
              .header("User-Agent", "x\u00e9" + escaped)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{"))
              .build();
      HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
  }

  private static PatternLayout layout(String pattern) {
    SafeConverters.install();
    PatternLayout layout = new PatternLayout();
    layout.setContext(new LoggerContext());
    layout.setPattern(pattern);
    layout.start();
    return layout;
  }

  private static LoggingEvent event(Throwable failure) {
    LoggerContext context = new LoggerContext();
    Logger logger = context.getLogger("dev.holdfast");
    LoggingEvent event =
        new LoggingEvent("", logger, ch.qos.logback.classic.Level.INFO, UNSAFE, failure, null);
    event.setMDCPropertyMap(Map.of("key", UNSAFE));
    event.setThreadName(UNSAFE);
    return event;
  }
}
