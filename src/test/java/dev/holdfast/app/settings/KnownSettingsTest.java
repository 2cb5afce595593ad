package dev.holdfast.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings that Holdfast has are those that people can read about. */
public class KnownSettingsTest {

  @Test
  void thePageOfSettingsNamesEachSettingAndNoOther() throws IOException {
    List<String> known = known().names();
    String page = Files.readString(Path.of("src/docs/CONFIGURATION.md"));
    List<String> named =
        page.lines()
            .filter(line -> line.startsWith("| `holdfast."))
            .flatMap(KnownSettingsTest::named)
            .toList();

    assertThat(known).containsAll(named);
    assertThat(known)
        .allSatisfy(name -> assertThat(page).contains(name.substring(name.lastIndexOf('.')) + "`"));
  }

  /** The first column, where {@code .read} means a neighbor of the one before. */
  private static Stream<String> named(String row) {
    List<String> names = new ArrayList<>();
    Matcher code = Pattern.compile("`([^`]+)`").matcher(row.split("\\|")[1]);
    while (code.find()) {
      String name = code.group(1);
      names.add(
          name.startsWith(".")
              ? names.get(0).substring(0, names.get(0).lastIndexOf('.')) + name
              : name);
    }
    return names.stream().filter(name -> !name.contains("…"));
  }

  /** All settings of all packages. */
  public static KnownSettings known() {
    KnownSettings[] known = new KnownSettings[1];
    new ApplicationContextRunner()
        .withUserConfiguration(SettingsCheckTest.Scanned.class)
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    beans -> known[0] = KnownSettings.of(SettingsCheck.types(beans))))
        .run(context -> assertThat(known[0]).isNotNull());
    return known[0];
  }
}
