package dev.holdfast.app;

import dev.holdfast.support.BuildVersion;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What Holdfast does on the command line instead of serving. */
public final class CommandLineModes {

  static final String HELP = "--help";
  static final String VERSION = "--version";

  private final CommandLineApplication application;
  private final PrintStream out;
  private final PrintStream words;

  /**
   * @param application the class that holds the configuration
   */
  public CommandLineModes(Class<?> application) {
    this(application, System.out, System.err);
  }

  CommandLineModes(Class<?> application, PrintStream out, PrintStream words) {
    this.application = new CommandLineApplication(application);
    this.out = out;
    this.words = words;
  }

  /**
   * The exit code; empty when the arguments ask for none of these. Where all of them are settings,
   * nothing is parsed.
   */
  public OptionalInt run(List<String> arguments) {
    Set<String> names =
        arguments.stream()
            .filter(CommandLineModes::isWithoutDot)
            .map(CommandLineModes::name)
            .collect(Collectors.toSet());
    if (names.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return run(names, arguments);
    } catch (IllegalArgumentException e) {
      words.println(e.getMessage());
      return OptionalInt.of(DatabaseCommand.NOT_UNDERSTOOD);
    }
  }

  private OptionalInt run(Set<String> names, List<String> arguments) {
    if (names.contains(HELP)) {
      CommandLineHelp.lines().forEach(out::println);
      return OptionalInt.of(0);
    }
    if (names.contains(VERSION)) {
      out.println(BuildVersion.read().line());
      return OptionalInt.of(0);
    }
    if (names.contains(DoctorCommandLine.OPTION)) {
      return OptionalInt.of(new DoctorCommandLine(application, out).run(arguments));
    }
    if (names.contains(AuditExportOptions.OPTION)) {
      return OptionalInt.of(
          new AuditExportCommand(application, new FileOutputStream(FileDescriptor.out), words)
              .run(arguments));
    }
    if (names.contains(AuditVerifyCommand.OPTION)) {
      return OptionalInt.of(new AuditVerifyCommand(application, out).run(arguments));
    }
    if (names.contains(SupportBundleCommand.OPTION)) {
      return OptionalInt.of(
          new SupportBundleCommand(application, out, Clock.systemUTC()).run(arguments));
    }
    if (names.contains(DatabaseCopyCommand.OPTION)) {
      return OptionalInt.of(new DatabaseCopyCommand(application, out).run(arguments));
    }
    return policy(names, arguments);
  }

  private OptionalInt policy(Set<String> names, List<String> arguments) {
    if (names.contains(PolicyCheckCommand.OPTION)) {
      return OptionalInt.of(new PolicyCheckCommand(out).run(arguments));
    }
    if (names.contains(PolicyExplainCommand.OPTION)) {
      return OptionalInt.of(new PolicyExplainCommand(out).run(arguments));
    }
    CommandLineOptions.refuseMistyped(arguments);
    return OptionalInt.empty();
  }

  static boolean isWithoutDot(String argument) {
    return argument.startsWith("--") && !name(argument).contains(".");
  }

  private static String name(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }
}
