package dev.holdfast.app;

import dev.holdfast.audit.AuditExporter;
import dev.holdfast.audit.AuditVerification;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar holdfast.jar --audit-export}: writes the record of a span of time and checks it
 * on the way. It needs no setting but those of the database, changes nothing and may run beside a
 * running Holdfast.
 */
public final class AuditExportCommand {

  private final OutputStream out;
  private final PrintStream words;
  private final DatabaseCommand command;

  /**
   * @param out where the record goes unless a file is named
   * @param words where all else goes
   */
  public AuditExportCommand(
      CommandLineApplication application, OutputStream out, PrintStream words) {
    this.out = out;
    this.words = words;
    this.command = new DatabaseCommand(application, words);
  }

  /**
   * 0 when all was written and is as it was sealed, 1 when not, 2 when the arguments are not
   * understood.
   */
  public int run(List<String> arguments) {
    AuditExportOptions options;
    try {
      options = AuditExportOptions.of(arguments);
    } catch (IllegalArgumentException e) {
      words.println(e.getMessage());
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    return command.run(options.settings(), context -> export(context, options));
  }

  private int export(ConfigurableApplicationContext context, AuditExportOptions options)
      throws IOException {
    AuditExporter.Summary summary = write(context.getBean(AuditExporter.class), options);
    words.printf(
        "%d row(s) written, %d without a seal, %d not as sealed.%n",
        summary.rows(), summary.unsealed(), summary.faulty());
    summary.first().ifPresent(words::println);
    CheckResult record = context.getBean(AuditVerification.class).all();
    command.say(record);
    return summary.faulty() > 0 || record.state() == CheckStatus.BROKEN ? DatabaseCommand.WRONG : 0;
  }

  private AuditExporter.Summary write(AuditExporter export, AuditExportOptions options)
      throws IOException {
    if (options.output().isEmpty()) {
      return write(export, options, out);
    }
    Path file = options.output().get().toAbsolutePath();
    // Under another name until it is whole: half an export must not look like one.
    Path part = file.resolveSibling(file.getFileName() + ".part");
    AuditExporter.Summary summary;
    try (OutputStream stream = Files.newOutputStream(part)) {
      summary = write(export, options, stream);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    return summary;
  }

  private static AuditExporter.Summary write(
      AuditExporter export, AuditExportOptions options, OutputStream to) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    AuditExporter.Summary summary = export.write(writer, options.format(), options.span());
    writer.flush();
    return summary;
  }
}
