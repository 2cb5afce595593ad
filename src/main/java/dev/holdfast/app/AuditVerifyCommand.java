package dev.holdfast.app;

import dev.holdfast.audit.AuditVerification;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code java -jar holdfast.jar --audit-verify}: verifies the whole audit log, also what was
 * verified before. It changes nothing and may run beside a running Holdfast.
 */
public final class AuditVerifyCommand {

  public static final String OPTION = "--audit-verify";

  private final CommandLineApplication application;
  private final PrintStream out;

  public AuditVerifyCommand(CommandLineApplication application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  /** 0 when everything is as it was written, 1 when not, 2 when an argument isn't understood. */
  public int run(List<String> arguments) {
    List<String> settings;
    try {
      settings =
          CommandLineOptions.read(new CommandLineOptions.AuditVerify(), arguments)
              .settings("There is " + OPTION + " alone.");
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    DatabaseCommand command = new DatabaseCommand(application, out);
    return command.run(
        settings,
        context -> {
          CheckResult verdict = context.getBean(AuditVerification.class).all();
          command.say(verdict);
          return verdict.state() == CheckStatus.BROKEN ? DatabaseCommand.WRONG : 0;
        });
  }
}
