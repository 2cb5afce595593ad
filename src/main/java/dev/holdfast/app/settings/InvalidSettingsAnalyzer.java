package dev.holdfast.app.settings;

import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.settings.SettingProblem;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists all wrong settings at once. */
final class InvalidSettingsAnalyzer extends AbstractFailureAnalyzer<InvalidSettingsException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, InvalidSettingsException cause) {
    int count = cause.problems().size();
    String list =
        cause.problems().stream().map(SettingProblem::line).collect(Collectors.joining("\n"));
    return new FailureAnalysis(
        (count == 1
                ? "Holdfast does not start: a setting is wrong."
                : "Holdfast does not start: %d settings are wrong.".formatted(count))
            + "\n\n"
            + list,
        "Correct them, and start Holdfast again. java -jar holdfast.jar --doctor checks them"
            + " without starting.",
        cause);
  }
}
