package dev.holdfast.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/**
 * What each mode of the command line understands; the help is made of this. Only the modes load it,
 * so that serving needs no picocli.
 */
final class CommandLineOptions {

  private static final String HELP = " " + CommandLineModes.HELP + " lists what there is.";

  private CommandLineOptions() {}

  /** What no option takes goes on to Spring. */
  abstract static class Mode {

    @Unmatched private final List<String> others = new ArrayList<>();

    List<String> others() {
      return others;
    }

    /**
     * @param there what there is instead, for the person who mistyped
     * @throws IllegalArgumentException with a sentence for the person who typed them
     */
    List<String> settings(String there) {
      others.stream()
          .filter(one -> !isSetting(one))
          .findFirst()
          .ifPresent(
              one -> {
                throw new IllegalArgumentException(one + " is not understood. " + there);
              });
      return others;
    }
  }

  @Command
  static final class Help extends Mode {

    @Option(names = CommandLineModes.HELP, description = "Lists all this.")
    private boolean asked;
  }

  @Command
  static final class Version extends Mode {

    @Option(
        names = CommandLineModes.VERSION,
        description = "Says which version this is, and of which commit.")
    private boolean asked;
  }

  @Command
  static final class Doctor extends Mode {

    @Option(
        names = DoctorCommandLine.OPTION,
        description =
            "Examines with the same settings what is broken and says how to fix it. It changes"
                + " nothing and may run beside a running Holdfast.")
    private boolean asked;
  }

  @Command
  static final class AuditExport extends Mode {

    @Option(
        names = AuditExportOptions.OPTION,
        arity = "0..1",
        fallbackValue = "jsonl",
        preprocessor = AttachedOnly.class,
        paramLabel = "jsonl|csv",
        description =
            "Writes the audit log and verifies it. It needs only the settings of the database."
                + " Its format is jsonl by default.")
    String format = "jsonl";

    @Option(
        names = AuditExportOptions.FROM,
        arity = "0..1",
        paramLabel = "TIME",
        description = "Of the audit log: begins with a day in UTC (2026-11-01) or an instant.")
    @Nullable String from;

    @Option(
        names = AuditExportOptions.TO,
        arity = "0..1",
        paramLabel = "TIME",
        description = "Of the audit log: ends before this day or instant.")
    @Nullable String to;

    @Option(
        names = AuditExportOptions.OUTPUT,
        arity = "0..1",
        paramLabel = "FILE",
        description = "Of the audit log: where to, standard output by default.")
    @Nullable String output;
  }

  @Command
  static final class AuditVerify extends Mode {

    @Option(
        names = AuditVerifyCommand.OPTION,
        description = "Verifies the whole audit log, also what was verified before.")
    private boolean asked;
  }

  @Command
  static final class PolicyCheck extends Mode {

    @Option(
        names = PolicyCheckCommand.OPTION,
        arity = "0..1",
        paramLabel = "FILE",
        description = "Says whether a policy file is right, and what it grants.")
    String file = "";

    @Option(
        names = PolicyCheckCommand.AGAINST,
        arity = "0..1",
        paramLabel = "FILE",
        description = "Of the check: says what the policy grants otherwise than this one.")
    @Nullable String against;
  }

  @Command
  static final class PolicyExplain extends Mode {

    @Option(
        names = PolicyExplainCommand.OPTION,
        arity = "0..1",
        paramLabel = "FILE",
        description =
            "Says whether a policy lets a person request an operation, by which rules, and who"
                + " approves. It asks no service.")
    String file = "";

    @Option(
        names = "--person",
        arity = "0..1",
        paramLabel = "ID",
        description = "Of the explanation: the person's object ID in Microsoft Entra ID.")
    String person = "";

    @Option(
        names = "--operation",
        arity = "0..1",
        paramLabel = "NAME",
        description = "Of the explanation: a type of operation, such as restore, copy, or backup.")
    String operation = "";

    @Option(
        names = ExplainedOperation.SOURCE,
        arity = "0..1",
        paramLabel = "ENVIRONMENT",
        description =
            "Of the explanation: ID[,type=sandbox][,kind=unified-sandbox]… or @FILE with a JSON"
                + " object.")
    @Nullable String source;

    @Option(
        names = ExplainedOperation.TARGET,
        arity = "0..1",
        paramLabel = "ENVIRONMENT",
        description = "Of the explanation: the same.")
    @Nullable String target;
  }

  @Command
  static final class SupportBundle extends Mode {

    @Option(
        names = SupportBundleCommand.OPTION,
        arity = "0..1",
        fallbackValue = "",
        preprocessor = AttachedOnly.class,
        paramLabel = "FILE",
        description =
            "Writes a zip for somebody who helps: what the doctor finds, settings without secrets,"
                + " versions, and the end of the log."
                + " By default its name has the time, and it's in the current folder.")
    String file = "";
  }

  @Command
  static final class DatabaseCopy extends Mode {

    @Option(
        names = DatabaseCopyCommand.OPTION,
        arity = "0..1",
        fallbackValue = "",
        preprocessor = AttachedOnly.class,
        paramLabel = "URL",
        description =
            "Copies the H2 file of the settings to an empty PostgreSQL database and compares the"
                + " two. Holdfast must not run.")
    String url = "";

    @Option(
        names = DatabaseCopyCommand.USER,
        arity = "0..1",
        paramLabel = "NAME",
        description = "Of the copy: who owns the new tables.")
    String user = "";

    @Option(
        names = DatabaseCopyCommand.PASSWORD_FILE,
        arity = "0..1",
        paramLabel = "FILE",
        description = "Of the copy: holds the user's password, unless the URL names a way in.")
    String passwordFile = "";
  }

  @Command
  static final class Serving extends Mode {}

  /** The value of such an option follows an equals sign, never a space. */
  static final class AttachedOnly implements IParameterPreprocessor {

    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        option.setValue(((CommandLine.Model.OptionSpec) option).fallbackValue());
        return true;
      }
      return false;
    }
  }

  /** In the order of the help. */
  static Stream<Mode> all() {
    return Stream.of(
        new Doctor(),
        new AuditExport(),
        new AuditVerify(),
        new PolicyCheck(),
        new PolicyExplain(),
        new SupportBundle(),
        new DatabaseCopy(),
        new Version(),
        new Help());
  }

  /**
   * @throws IllegalArgumentException with a sentence for the person who typed them
   */
  static <T extends Mode> T read(T mode, List<String> arguments) {
    try {
      commandLine(mode).parseArgs(arguments.toArray(String[]::new));
      return mode;
    } catch (ParameterException e) {
      throw new IllegalArgumentException(e.getMessage() + "." + HELP, e);
    }
  }

  /** Of an option that holds nothing else. */
  static <T extends Mode> List<String> settings(T mode, List<String> arguments) {
    return read(mode, arguments).settings(HELP.strip());
  }

  /**
   * Where no mode is asked for.
   *
   * @throws IllegalArgumentException with a sentence for the person who typed them
   */
  static void refuseMistyped(List<String> arguments) {
    settings(new Serving(), arguments.stream().filter(one -> one.startsWith("--")).toList());
  }

  static CommandLine commandLine(Mode mode) {
    return new CommandLine(mode).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
  }

  /** Anything without a dot is a slip of the pen, but for the two switches of Spring. */
  private static boolean isSetting(String argument) {
    return argument.startsWith("--")
        && (!CommandLineModes.isWithoutDot(argument)
            || argument.equals("--debug")
            || argument.equals("--trace"));
  }
}
