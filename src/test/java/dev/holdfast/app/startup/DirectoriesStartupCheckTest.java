package dev.holdfast.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A place where Holdfast can't keep its data is named before anything starts. */
class DirectoriesStartupCheckTest {

  @TempDir private Path folder;

  @Test
  void aPlaceThatCanBeMadeIsGoodAndIsNotMade() {
    assertThat(problems("spring.datasource.url", h2(folder.resolve("data/deep/holdfast"))))
        .isEmpty();
    assertThat(problems("spring.datasource.url", "jdbc:h2:./data/holdfast;MODE=PostgreSQL"))
        .isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileWhereADirectoryBelongs() throws IOException {
    Path file = Files.createFile(folder.resolve("data"));

    assertThat(problems("spring.datasource.url", h2(file.resolve("holdfast"))))
        .singleElement()
        .extracting(SettingProblem::line)
        .isEqualTo(
            "spring.datasource.url: Holdfast can't write its data, because %s isn't a directory. Give"
                    .formatted(file)
                + " the user that runs Holdfast the right to write there, or choose another"
                + " place.");
    assertThat(problems("holdfast.simulator.state-file", file.resolve("world.json").toString()))
        .hasSize(1);
    assertThat(problems("holdfast.local.directory", file.resolve("windows").toString())).hasSize(1);
  }

  @Test
  void whatIsNoFileIsLeftAlone() {
    assertThat(problems("spring.datasource.url", "jdbc:h2:mem:test")).isEmpty();
    assertThat(problems("spring.datasource.url", "jdbc:h2:tcp://host/~/test")).isEmpty();
    assertThat(problems("spring.datasource.url", "jdbc:postgresql://host/holdfast")).isEmpty();
  }

  @Test
  void theAddressOfNoDatabaseIsNamedWithoutItsPassword() {
    assertThat(url("jdbc:postgres://host/holdfast?password=hunter2"))
        .singleElement()
        .extracting(SettingProblem::line)
        .asString()
        .contains("spring.datasource.url", "jdbc:postgres:…", "jdbc:postgresql://")
        .doesNotContain("hunter2");
    assertThat(url("postgresql://me:hunter2@host/holdfast"))
        .singleElement()
        .extracting(SettingProblem::line)
        .asString()
        .doesNotContain("hunter2");
    assertThat(url("")).hasSize(1);
    assertThat(url("jdbc:postgresql://host/holdfast")).isEmpty();
  }

  private static String h2(Path file) {
    return "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
  }

  private static List<SettingProblem> problems(String setting, String value) {
    return new DirectoriesStartupCheck()
        .problems(new MockEnvironment().withProperty(setting, value));
  }

  private static List<SettingProblem> url(String url) {
    return new DatabaseUrlStartupCheck()
        .problems(new MockEnvironment().withProperty("spring.datasource.url", url));
  }
}
