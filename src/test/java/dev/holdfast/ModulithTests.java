package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Which module may use which, and what each of them shows to the others. */
class ModulithTests {

  private static final ApplicationModules MODULES =
      ApplicationModules.of(HoldfastApplication.class, new ImportOption.DoNotIncludeTests());

  @Test
  void eachModuleUsesOnlyWhatItNamesAndWhatIsExported() {
    MODULES.verify();
  }

  @Test
  void theArchitecturePageSaysTheSame() throws Exception {
    Map<String, Set<String>> table = new TreeMap<>();
    for (String module : names()) {
      table.put(module, declared(module));
    }

    assertThat(page()).containsExactlyInAnyOrderEntriesOf(table);
  }

  private static Set<String> names() {
    return MODULES.stream()
        .map(module -> module.getIdentifier().toString())
        .collect(Collectors.toSet());
  }

  private static Set<String> declared(String module) throws ClassNotFoundException {
    Class<?> described = Class.forName("dev.holdfast." + module + ".package-info");
    ApplicationModule rules = described.getAnnotation(ApplicationModule.class);
    assertThat(rules).as("@ApplicationModule of %s", module).isNotNull();
    return Arrays.stream(rules.allowedDependencies())
        .map(dependency -> dependency.replaceFirst(" :: .*", ""))
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> page() throws IOException {
    Map<String, Set<String>> page = new TreeMap<>();
    Matcher rows =
        Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| ([^|]*) \\|$")
            .matcher(Files.readString(Path.of("src/docs/ARCHITECTURE.md")));
    while (rows.find()) {
      page.put(
          rows.group(1), rows.group(2).equals("–") ? Set.of() : Set.of(rows.group(2).split(", ")));
    }
    return page;
  }
}
