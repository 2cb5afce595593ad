package dev.holdfast.app.startup;

import dev.holdfast.app.database.H2FileUrl;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether Holdfast can write where it keeps its data. Creates nothing: the doctor asks it too. */
@Component
class DirectoriesStartupCheck implements StartupCheck {

  private static final String DATABASE = "spring.datasource.url";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    return Stream.of(
            database(environment.getProperty(DATABASE, "")),
            given(environment, "holdfast.simulator.state-file"),
            given(environment, "holdfast.local.directory"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SettingProblem> database(String url) {
    return H2FileUrl.file(url)
        .flatMap(DirectoriesStartupCheck::unwritable)
        .map(why -> problem(DATABASE, why));
  }

  private static Optional<SettingProblem> given(Environment environment, String setting) {
    return path(environment.getProperty(setting, ""))
        .flatMap(DirectoriesStartupCheck::unwritable)
        .map(why -> problem(setting, why));
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(Path.of(text.strip()).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty(); // said of the setting that can't be read
    }
  }

  private static SettingProblem problem(String setting, String why) {
    return new SettingProblem(
        setting,
        "Holdfast can't write its data, because " + why,
        "Give the user that runs Holdfast the right to write there, or choose another place.");
  }

  /**
   * Why a file or directory can't be written, or made in the nearest of its parents that exists.
   */
  private static Optional<String> unwritable(Path path) {
    Path wanted = path.normalize();
    Path existing = wanted;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!existing.equals(wanted) && !Files.isDirectory(existing)) {
      return Optional.of(existing + " isn't a directory");
    }
    return Files.isWritable(existing)
        ? Optional.empty()
        : Optional.of(existing + " isn't writable");
  }
}
