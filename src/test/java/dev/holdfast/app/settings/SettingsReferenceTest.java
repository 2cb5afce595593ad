package dev.holdfast.app.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.HoldfastApplication;
import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of all settings is what the compiler has written down about them. */
@Tag("application")
class SettingsReferenceTest {

  private static final Path PAGE = Path.of("deploy/SETTINGS.md");
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private final Map<String, List<JsonNode>> settings = settings();

  @Test
  void thePageSaysWhatTheCodeSays() {
    Set<String> required = required();
    assertThat(required).contains("holdfast.teams.credential", "holdfast.admin-api.credential");

    Goldens.assertLines(PAGE, SettingsPage.lines(settings, required));
  }

  @Test
  void eachSettingHasADescriptionAndARow() {
    assertThat(settings)
        .allSatisfy(
            (name, all) ->
                assertThat(all)
                    .allSatisfy(
                        one -> assertThat(one.path("description").asString("")).isNotBlank()));
    Set<String> known =
        KnownSettingsTest.known().names().stream()
            .map(name -> name.replaceAll("\\[n].*", ""))
            .collect(toSet());
    assertThat(settings.keySet()).containsExactlyInAnyOrderElementsOf(known);
  }

  /** A setting may be read by several records, each for its own purpose. */
  private static Map<String, List<JsonNode>> settings() {
    List<JsonNode> all = new ArrayList<>();
    try {
      for (URL one :
          Collections.list(SettingsReferenceTest.class.getClassLoader().getResources(METADATA))) {
        try (InputStream file = one.openStream()) {
          JsonMapper.builder().build().readTree(file).path("properties").forEach(all::add);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, List<JsonNode>> ours =
        all.stream()
            .filter(one -> one.path("name").asString().startsWith("holdfast."))
            .collect(groupingBy(one -> one.path("name").asString(), TreeMap::new, toList()));
    assertThat(ours).as("compiled with spring-boot-configuration-processor").isNotEmpty();
    return ours;
  }

  /** What a start without any setting asks for. */
  private static Set<String> required() {
    SpringApplication application = new SpringApplication(HoldfastApplication.class);
    application.setRegisterShutdownHook(false);
    Throwable failure = catchThrowable(() -> application.run("--spring.main.banner-mode=off"));
    while (!(failure instanceof InvalidSettingsException)) {
      assertThat(failure).isNotNull();
      failure = failure.getCause();
    }
    return ((InvalidSettingsException) failure)
        .problems().stream().map(SettingProblem::setting).collect(toSet());
  }
}
