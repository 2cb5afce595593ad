package dev.holdfast.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.OptionalInt;

/** What Holdfast does on the command line instead of serving. */
public final class CommandLineModes {

  private final CommandLineApplication application;

  /**
   * @param application the class that holds the configuration
   */
  public CommandLineModes(Class<?> application) {
    this.application = new CommandLineApplication(application);
  }

  /** The exit code; empty when the arguments ask for none of these. */
  public OptionalInt run(List<String> arguments) {
    if (arguments.contains(DoctorCommandLine.OPTION)) {
      return OptionalInt.of(new DoctorCommandLine(application, System.out).run(arguments));
    }
    if (AuditExportCommand.isAsked(arguments)) {
      return OptionalInt.of(
          new AuditExportCommand(application, new FileOutputStream(FileDescriptor.out), System.err)
              .run(arguments));
    }
    if (arguments.contains(AuditVerifyCommand.OPTION)) {
      return OptionalInt.of(new AuditVerifyCommand(application, System.out).run(arguments));
    }
    if (PolicyCheckCommand.isAsked(arguments)) {
      return OptionalInt.of(new PolicyCheckCommand(System.out).run(arguments));
    }
    if (PolicyExplainCommand.isAsked(arguments)) {
      return OptionalInt.of(new PolicyExplainCommand(System.out).run(arguments));
    }
    return OptionalInt.empty();
  }
}
