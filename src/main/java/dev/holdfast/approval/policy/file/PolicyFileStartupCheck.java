package dev.holdfast.approval.policy.file;

import static java.util.stream.Collectors.joining;

import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the policy file can be read and is right as a whole. */
@Component
class PolicyFileStartupCheck implements StartupCheck {

  private static final String FILE = "holdfast.policy.file";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    String file = environment.getProperty(FILE, "");
    if (file.isBlank()) {
      return List.of();
    }
    try {
      List<PolicyProblem> found = PolicyFile.parse(Path.of(file)).problems();
      return found.isEmpty()
          ? List.of()
          : List.of(
              new SettingProblem(
                  FILE,
                  found.stream().map(PolicyProblem::toString).collect(joining("; ")),
                  "Correct the file. --policy-check FILE says whether it's right."));
    } catch (IOException | InvalidPathException e) {
      return List.of(
          new SettingProblem(
              FILE, "“%s” can't be read".formatted(file), "Check its path and mode."));
    }
  }
}
