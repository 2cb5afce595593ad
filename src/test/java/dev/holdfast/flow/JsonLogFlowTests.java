package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A restore in a log of JSON, for those who collect logs. */
class JsonLogFlowTests extends SteppedJob {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private final TraceCollector collector = new TraceCollector();

  /** The other tests of this JVM have their own configuration. */
  @AfterEach
  void setUpTheLogAsBefore() throws Exception {
    stop();
    collector.close();
    System.clearProperty("FILE_LOG_STRUCTURED_FORMAT");
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    new ContextInitializer(context).autoConfig();
  }

  @Test
  void eachLineSaysWhatItBelongsTo() throws IOException {
    Path log = folder.resolve("holdfast.log");
    // Of an earlier context that may still be open in this JVM; what it has set would win.
    System.clearProperty("FILE_LOG_STRUCTURED_FORMAT");
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    start(
        Databases.H2.fresh(),
        Map.of(
            "logging.file.name",
            log,
            // As Spring Boot does it, but for the configuration that keeps tests quiet.
            "logging.config",
            "classpath:logging/structured.xml",
            "logging.structured.format.file",
            "ecs",
            "management.opentelemetry.tracing.export.otlp.endpoint",
            collector.endpoint()));
    install();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval =
        meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");

    List<JsonNode> lines = Files.readAllLines(log).stream().map(JSON::readTree).toList();
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("@timestamp").asString()).isNotEmpty();
              assertThat(line.at("/log/level").asString()).isNotEmpty();
              assertThat(line.at("/service/name").asString()).isEqualTo("holdfast");
              assertThat(line.at("/service/version").asString()).isNotEmpty();
            });
    assertThat(lines)
        .anyMatch(has("SUBMITTED", "activity", "request"))
        .anyMatch(has("now calls the admin API", "request"))
        .anyMatch(has("and is VERIFYING", "request", "operation"));
    JsonNode submitted = line(lines, "SUBMITTED");
    assertThat(submitted.at("/trace/id").asString()).matches("[0-9a-f]{32}");
    assertThat(submitted.at("/span/id").asString()).matches("[0-9a-f]{16}");
    assertThat(line(lines, "now calls the admin API").at("/trace/id"))
        .isEqualTo(submitted.at("/trace/id"));
    assertThat(lines)
        .filteredOn(line -> line.path("message").asString().contains("A policy is in force"))
        .isNotEmpty()
        .noneMatch(line -> line.has("activity") || line.has("request") || line.has("operation"))
        .noneMatch(line -> line.has("trace") || line.has("span"));
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  private static JsonNode line(List<JsonNode> lines, String text) {
    return lines.stream()
        .filter(line -> line.path("message").asString().contains(text))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<JsonNode> has(String text, String... fields) {
    return line ->
        line.path("message").asString().contains(text)
            && List.of(fields).stream().noneMatch(field -> line.path(field).asString("").isEmpty());
  }
}
