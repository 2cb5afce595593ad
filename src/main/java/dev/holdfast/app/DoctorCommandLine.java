package dev.holdfast.app;

import dev.holdfast.app.startup.StartupErrorReport;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.DoctorReport;
import dev.holdfast.support.BuildVersion;
import java.io.PrintStream;
import java.util.List;
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

  /** 0 when nothing is broken, 1 when something is, 2 when an argument isn't understood. */
  public int run(List<String> arguments) {
    List<String> settings;
    try {
      settings = CommandLineOptions.settings(new CommandLineOptions.Doctor(), arguments);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    return examine(settings.toArray(String[]::new));
  }

  private int examine(String[] settings) {
    try (ConfigurableApplicationContext context = application.withSettings().run(settings)) {
      DoctorReport report = context.getBean(Doctor.class).examine();
      DoctorReportPrinter.lines(report, context.getBean(BuildVersion.class)).forEach(out::println);
      return report.well() ? 0 : 1;
    } catch (RuntimeException e) {
      StartupErrorReport.of(e)
          .lines()
          .forEach(line -> out.println("BROKEN   Configuration: " + line));
      return 1;
    }
  }
}
