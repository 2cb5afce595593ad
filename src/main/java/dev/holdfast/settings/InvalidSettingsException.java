package dev.holdfast.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Holdfast doesn't start with these settings. */
public final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<SettingProblem> problems;

  public InvalidSettingsException(List<SettingProblem> problems) {
    super(problems.stream().map(SettingProblem::line).collect(Collectors.joining(" ")));
    this.problems = List.copyOf(problems);
  }

  public List<SettingProblem> problems() {
    return problems;
  }
}
