package dev.holdfast.app;

import dev.holdfast.app.startup.StartupErrorReport;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.DoctorReport;
import dev.holdfast.doctor.NamedCheckResult;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar holdfast.jar --doctor}: examines with the usual configuration and starts
 * nothing.
 */
public final class DoctorCommandLine {

  public static final String OPTION = "--doctor";

  private final CommandLineApplication application;
  private final PrintStream out;

  public DoctorCommandLine(CommandLineApplication application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  /** 0 when nothing is broken, else 1. */
  public int run(List<String> arguments) {
    String[] others = arguments.stream().filter(one -> !one.equals(OPTION)).toArray(String[]::new);
    try (ConfigurableApplicationContext context = application.withSettings().run(others)) {
      DoctorReport report = context.getBean(Doctor.class).examine();
      print(report);
      return report.well() ? 0 : 1;
    } catch (RuntimeException e) {
      StartupErrorReport.of(e)
          .lines()
          .forEach(line -> out.println("BROKEN   Configuration: " + line));
      return 1;
    }
  }

  private void print(DoctorReport report) {
    for (Map.Entry<CheckArea, List<NamedCheckResult>> area : report.byArea().entrySet()) {
      out.println();
      out.println(area.getKey().title());
      area.getValue().forEach(this::print);
    }
    out.println();
    out.println(report.summary());
  }

  private void print(NamedCheckResult finding) {
    out.printf(
        "  %-8s %s: %s%n", finding.state(), finding.name(), oneLine(finding.verdict().sentence()));
    finding
        .verdict()
        .remedy()
        .ifPresent(
            remedy -> {
              out.printf("           to fix it: %s%n", oneLine(remedy.words()));
              remedy.command().ifPresent(command -> out.printf("             %s%n", command));
            });
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
