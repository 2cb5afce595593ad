package dev.holdfast.settings;

/**
 * A setting that Holdfast refuses to start with. Never carries the value of a setting that might be
 * a secret.
 *
 * @param setting its full name, such as {@code holdfast.admin-api.poll-interval}
 * @param what what is wrong, a clause that follows the name and a colon
 * @param fix what to do, a sentence; empty if the clause says it
 */
public record SettingProblem(String setting, String what, String fix) {

  /** Everything in one line. */
  public String line() {
    return (setting + ": " + what + ". " + fix).strip();
  }
}
