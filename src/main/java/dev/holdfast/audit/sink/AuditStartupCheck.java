package dev.holdfast.audit.sink;

import dev.holdfast.audit.sink.AuditProperties.Sink;
import dev.holdfast.settings.SecureAddress;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the audit log can be forwarded to where the settings say, without being overheard. */
@Component
class AuditStartupCheck implements StartupCheck {

  private static final String SINK = "holdfast.audit.sink.";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      return problems(
          Binder.get(environment).bindOrCreate("holdfast.audit", AuditProperties.class).sink());
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  static List<SettingProblem> problems(Sink sink) {
    List<SettingProblem> problems = new ArrayList<>();
    if (sink.file().isPresent() && sink.url().isPresent()) {
      problems.add(
          new SettingProblem(SINK + "url", "a file is set too", "Set one of the two, not both."));
    }
    sink.file().map(Path::of).ifPresent(file -> addProblems(file, problems));
    sink.url().ifPresent(url -> addProblems(url, problems));
    sink.authorization().ifPresent(header -> addProblems(header, sink, problems));
    return problems;
  }

  private static void addProblems(Path file, List<SettingProblem> problems) {
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || parent == null || !Files.isDirectory(parent)) {
      problems.add(
          new SettingProblem(
              SINK + "file", "isn't a file in a directory that exists", "Create the directory."));
    } else if (!Files.isWritable(Files.exists(file) ? file : parent)) {
      problems.add(
          new SettingProblem(SINK + "file", "can't be written", "Give Holdfast the right to."));
    }
  }

  private static void addProblems(URI url, List<SettingProblem> problems) {
    if (!SecureAddress.isHttpsOrLocal(url)) {
      problems.add(
          new SettingProblem(
              SINK + "url", "isn't an https address", "Only this machine may be called by http."));
    } else if (url.getUserInfo() != null) {
      problems.add(
          new SettingProblem(
              SINK + "url",
              "holds a user or a password",
              "Use %sauthorization instead.".formatted(SINK)));
    }
  }

  private static void addProblems(String header, Sink sink, List<SettingProblem> problems) {
    String setting = SINK + "authorization";
    if (sink.url().isEmpty()) {
      problems.add(new SettingProblem(setting, "is set without an endpoint", "Set the url too."));
    }
    if (!header.chars().allMatch(one -> one >= ' ' && one < 127)) {
      problems.add(new SettingProblem(setting, "can't be sent as a header", "Use plain ASCII."));
    }
  }
}
