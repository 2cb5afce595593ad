package dev.holdfast.app.startup;

import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.settings.SettingProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Why Holdfast could not even be put together: the settings that are wrong, each in a line.
 *
 * @param lines without the values of settings, which may be secrets
 */
public record StartupErrorReport(List<String> lines) {

  public static StartupErrorReport of(Throwable failure) {
    return Causes.find(failure, InvalidSettingsException.class)
        .map(StartupErrorReport::problems)
        .or(
            () ->
                Causes.find(failure, BindValidationException.class)
                    .map(StartupErrorReport::invalid))
        .or(() -> Causes.find(failure, BindException.class).map(StartupErrorReport::unreadable))
        .or(() -> analysis(failure))
        .orElseGet(() -> new StartupErrorReport(List.of(root(failure))));
  }

  private static StartupErrorReport problems(InvalidSettingsException e) {
    return new StartupErrorReport(e.problems().stream().map(SettingProblem::line).toList());
  }

  private static StartupErrorReport invalid(BindValidationException e) {
    String prefix = String.valueOf(e.getValidationErrors().getName());
    return new StartupErrorReport(
        e.getValidationErrors().getAllErrors().stream()
            .map(error -> setting(prefix, error) + ": " + error.getDefaultMessage() + ".")
            .distinct()
            .toList());
  }

  private static String setting(String prefix, ObjectError error) {
    return error instanceof FieldError field ? prefix + "." + dashed(field.getField()) : prefix;
  }

  /** {@code baseUrl} as it is written: {@code base-url}. */
  private static String dashed(String field) {
    return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static StartupErrorReport unreadable(BindException e) {
    String wanted = e.getTarget().getType().toClass().getSimpleName();
    return new StartupErrorReport(
        List.of("%s: its value cannot be read as %s.".formatted(e.getName(), wanted)));
  }

  /** What the start itself would have said. */
  private static Optional<StartupErrorReport> analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation(
            StartupErrorReport.class.getClassLoader())
        .load(
            FailureAnalyzer.class,
            null,
            SpringFactoriesLoader.FailureHandler.handleMessage((message, cause) -> {}))
        .stream()
        .flatMap(analyzer -> analysis(analyzer, failure))
        .findFirst()
        .map(found -> new StartupErrorReport(List.of(oneLine(found))));
  }

  /** An analyzer that expects more than it was given has nothing to say. */
  private static Stream<FailureAnalysis> analysis(FailureAnalyzer analyzer, Throwable failure) {
    try {
      return Stream.ofNullable(analyzer.analyze(failure));
    } catch (RuntimeException e) {
      return Stream.empty();
    }
  }

  private static String oneLine(FailureAnalysis found) {
    String action = found.getAction() == null ? "" : " " + found.getAction();
    return (found.getDescription() + action).replaceAll("\\s+", " ").strip();
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
