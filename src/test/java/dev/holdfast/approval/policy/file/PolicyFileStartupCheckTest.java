package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PolicyFileStartupCheckTest {

  @TempDir private Path folder;

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), "version: 3\nrulez: []\n");
    assertThat(problems(file.toString()))
        .singleElement()
        .extracting(SettingProblem::what)
        .asString()
        .contains(
            "line 1, column 10: version has to be 1",
            "line 1, column 1: rules is missing",
            "line 2, column 1: rulez isn't known here");
  }

  @Test
  void aFileThatIsNotThere() {
    assertThat(problems(folder.resolve("none.yaml").toString()))
        .singleElement()
        .extracting(SettingProblem::what)
        .asString()
        .contains("can't be read");
    assertThat(problems("")).isEmpty();
  }

  private static List<SettingProblem> problems(String file) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("holdfast.policy.file", file)));
    return new PolicyFileStartupCheck().problems(environment);
  }
}
