package dev.holdfast.settings;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Checks what a constraint on one setting can't: several settings together, or what a profile
 * needs. A bean without dependencies, because it is asked before any other bean exists.
 */
public interface StartupCheck {

  /** All problems, so that people can fix them at once; settings that can't be read are skipped. */
  List<SettingProblem> problems(Environment environment);
}
