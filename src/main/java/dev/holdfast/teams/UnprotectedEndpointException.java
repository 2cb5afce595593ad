package dev.holdfast.teams;

import dev.holdfast.settings.SettingProblem;

/** Holdfast would listen where nobody checks who speaks. */
final class UnprotectedEndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String remedy;

  /**
   * @param setting the one to correct
   */
  UnprotectedEndpointException(String setting, String why, String remedy) {
    super(why);
    this.setting = setting;
    this.remedy = remedy;
  }

  /** The same beside other settings that are wrong. */
  SettingProblem problem() {
    return new SettingProblem(setting, String.valueOf(getMessage()), remedy);
  }

  String remedy() {
    return remedy;
  }
}
