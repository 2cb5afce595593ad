package dev.holdfast.app;

import dev.holdfast.app.bundle.BundlePart;
import dev.holdfast.app.bundle.BundleParts;
import dev.holdfast.app.bundle.BundleWriter;
import dev.holdfast.app.bundle.SecretFilter;
import dev.holdfast.app.bundle.VersionPart;
import dev.holdfast.app.startup.StartupErrorReport;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.support.BuildVersion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar holdfast.jar --support-bundle[=FILE]}: writes a zip that somebody who helps can
 * be sent. It changes nothing and may run beside a running Holdfast.
 */
public final class SupportBundleCommand {

  static final String OPTION = "--support-bundle";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'holdfast-support-'yyyyMMdd'T'HHmmss'Z.zip'")
          .withZone(ZoneOffset.UTC);

  private static final List<String> ABOUT =
      List.of(
          "A support bundle of Holdfast.",
          "",
          "version.txt        what runs here",
          "doctor-report.txt  what the doctor finds",
          "settings.txt       the settings in force; of texts only whether they are set",
          "database.txt, migrations.txt, counts.txt   the database, its version, how much is in it",
          "unknown-words.txt  what the admin APIs said that Holdfast doesn't know",
          "log.txt            the end of the log file",
          "",
          "Secrets that are configured are taken out. The doctor's findings and the log may name",
          "people and environments, so look through them before you send this.");

  private final CommandLineApplication application;
  private final PrintStream out;
  private final Clock clock;

  public SupportBundleCommand(CommandLineApplication application, PrintStream out, Clock clock) {
    this.application = application;
    this.out = out;
    this.clock = clock;
  }

  /** 0 when it's written, 1 when it can't be, 2 when an argument isn't understood. */
  public int run(List<String> arguments) {
    CommandLineOptions.SupportBundle given = new CommandLineOptions.SupportBundle();
    List<String> settings;
    Path file;
    try {
      settings = CommandLineOptions.settings(given, arguments);
      file = file(given.file);
    } catch (InvalidPathException e) {
      out.println(OPTION + "=… names no file: " + e.getInput());
      return DatabaseCommand.NOT_UNDERSTOOD;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    return write(file, settings.toArray(String[]::new));
  }

  private int write(Path file, String[] settings) {
    try {
      writeParts(file, settings);
    } catch (IOException e) {
      out.println("The support bundle can't be written: " + e);
      return DatabaseCommand.WRONG;
    }
    out.println(file.toAbsolutePath() + " is written.");
    ABOUT.stream().skip(ABOUT.size() - 2L).forEach(out::println);
    return 0;
  }

  private Path file(String name) {
    Path file = Path.of(name.isBlank() ? NAME.format(clock.instant()) : name);
    if (file.getFileName() == null) {
      throw new InvalidPathException(name, "no file");
    }
    return file;
  }

  private void writeParts(Path file, String[] settings) throws IOException {
    List<BundlePart> first =
        List.of(
            new BundlePart("README.txt", () -> ABOUT),
            new BundlePart("version.txt", () -> VersionPart.lines(BuildVersion.read(), clock)));
    try (ConfigurableApplicationContext context = application.withSettings().run(settings)) {
      List<BundlePart> parts = new ArrayList<>(first);
      parts.add(
          new BundlePart(
              "doctor-report.txt",
              () ->
                  DoctorReportPrinter.lines(
                      context.getBean(Doctor.class).examine(),
                      context.getBean(BuildVersion.class))));
      parts.addAll(BundleParts.of(context));
      BundleWriter.write(file, parts, SecretFilter.of(context.getEnvironment()));
    } catch (RuntimeException e) {
      // Its lines leave out the values of settings.
      List<BundlePart> parts = new ArrayList<>(first);
      parts.add(new BundlePart("doctor-report.txt", () -> StartupErrorReport.of(e).lines()));
      BundleWriter.write(file, parts, SecretFilter.none());
    }
  }
}
