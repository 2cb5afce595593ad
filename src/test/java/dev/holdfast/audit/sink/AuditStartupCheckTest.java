package dev.holdfast.audit.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class AuditStartupCheckTest {

  private static final String SINK = "holdfast.audit.sink.";

  @TempDir private Path directory;

  private static List<String> problems(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return new AuditStartupCheck()
        .problems(environment).stream().map(SettingProblem::line).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://siem.example/rows",
        "http://localhost:9/x",
        "http://127.0.0.1:9",
        "http://[::1]:9/"
      })
  void whatNobodyCanOverhearIsTaken(String url) {
    assertThat(problems(Map.of(SINK + "url", url, SINK + "authorization", "Bearer x"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://siem.example/rows",
        "http://127.0.0.1.example/",
        "http://localhost.example/",
        "ftp://siem.example/",
        "https:///rows",
        "https://user:secret@siem.example/"
      })
  void whatOthersCouldReadIsRefused(String url) {
    assertThat(problems(Map.of(SINK + "url", url)))
        .singleElement()
        .asString()
        .startsWith(SINK + "url")
        .doesNotContain("secret");
  }

  @Test
  void aFileNeedsADirectoryAndNoEndpointBesideIt() {
    String file = directory.resolve("audit.jsonl").toString();
    assertThat(problems(Map.of())).isEmpty();
    assertThat(problems(Map.of(SINK + "file", file))).isEmpty();
    assertThat(problems(Map.of(SINK + "file", directory.resolve("no/audit.jsonl").toString())))
        .hasSize(1);
    assertThat(problems(Map.of(SINK + "file", directory.toString()))).hasSize(1);
    assertThat(problems(Map.of(SINK + "file", file, SINK + "url", "https://siem.example/")))
        .hasSize(1);
  }

  @Test
  void aHeaderThatEndsItsLineIsRefusedWithoutShowingIt() {
    assertThat(
            problems(
                Map.of(
                    SINK + "url", "https://siem.example/",
                    SINK + "authorization", "Bearer secret\r\nX: y")))
        .singleElement()
        .asString()
        .doesNotContain("secret");
    assertThat(problems(Map.of(SINK + "authorization", "Bearer x"))).hasSize(1);
  }
}
