package dev.holdfast;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.Finding;
import dev.holdfast.doctor.Report;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar holdfast.jar --doctor}: examines with the usual configuration and starts
 * nothing.
 */
final class DoctorCommand {

  static final String OPTION = "--doctor";

  private final PrintStream out;

  DoctorCommand(PrintStream out) {
    this.out = out;
  }

  /** 0 when nothing is broken, else 1. */
  int run(List<String> arguments) {
    String[] others = arguments.stream().filter(one -> !one.equals(OPTION)).toArray(String[]::new);
    try (ConfigurableApplicationContext context = QuietApplication.of().run(others)) {
      Report report = context.getBean(Doctor.class).examine();
      print(report);
      return report.well() ? 0 : 1;
    } catch (RuntimeException e) {
      Misconfiguration.of(e)
          .lines()
          .forEach(line -> out.println("BROKEN   Configuration: " + line));
      return 1;
    }
  }

  private void print(Report report) {
    for (Map.Entry<Area, List<Finding>> area : report.byArea().entrySet()) {
      out.println();
      out.println(area.getKey().title());
      area.getValue().forEach(this::print);
    }
    out.println();
    out.println(report.summary());
  }

  private void print(Finding finding) {
    out.printf(
        "  %-8s %s: %s%n", finding.state(), finding.name(), oneLine(finding.verdict().sentence()));
    finding
        .verdict()
        .remedy()
        .ifPresent(
            remedy -> {
              out.printf("           mend it: %s%n", oneLine(remedy.words()));
              remedy.command().ifPresent(command -> out.printf("             %s%n", command));
            });
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
