package dev.holdfast;

import dev.holdfast.audit.Export;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar holdfast.jar --audit-export}: writes the record of a span of time and checks it
 * on the way. It needs no setting but those of the database, changes nothing and may run beside a
 * running Holdfast.
 */
final class AuditExportCommand {

  private static final int WRONG = 1;
  private static final int NOT_UNDERSTOOD = 2;

  /** By their names, so that nothing else is made that they do not need. */
  private static final List<String> FIRST = List.of("databaseCheckup", "migrationsCheckup");

  private static final String RECORD = "recordCheckup";

  private final OutputStream out;
  private final PrintStream words;

  /**
   * @param out where the record goes unless a file is named
   * @param words where all else goes
   */
  AuditExportCommand(OutputStream out, PrintStream words) {
    this.out = out;
    this.words = words;
  }

  static boolean isAsked(String... arguments) {
    return Stream.of(arguments).anyMatch(AuditExportOptions::isTheOption);
  }

  /**
   * 0 when all was written and is as it was sealed, 1 when not, 2 when the arguments are not
   * understood.
   */
  int run(List<String> arguments) {
    AuditExportOptions options;
    try {
      options = AuditExportOptions.of(arguments);
    } catch (IllegalArgumentException e) {
      words.println(e.getMessage());
      return NOT_UNDERSTOOD;
    }
    try (ConfigurableApplicationContext context =
        QuietApplication.ofTheDatabase().run(options.settings().toArray(String[]::new))) {
      Optional<Verdict> hindrance =
          FIRST.stream()
              .map(name -> context.getBean(name, Checkup.class).check())
              .filter(
                  verdict -> verdict.state() == State.BROKEN || verdict.state() == State.SKIPPED)
              .findFirst();
      hindrance.ifPresent(this::say);
      return hindrance.isPresent() ? WRONG : export(context, options);
    } catch (IOException e) {
      words.println("The record cannot be written: " + e.getMessage());
      return WRONG;
    } catch (DataAccessException e) {
      words.println(
          "The database does not give the record. The tables may be those of an older version:"
              + " start Holdfast, or ask java -jar holdfast.jar --doctor.");
      return WRONG;
    } catch (RuntimeException e) {
      Misconfiguration.of(e).lines().forEach(words::println);
      return WRONG;
    }
  }

  private int export(ConfigurableApplicationContext context, AuditExportOptions options)
      throws IOException {
    Export.Summary summary = write(context.getBean(Export.class), options);
    words.printf(
        "%d row(s) written, %d without a seal, %d not as sealed.%n",
        summary.rows(), summary.unsealed(), summary.faulty());
    summary.first().ifPresent(words::println);
    Verdict record = context.getBean(RECORD, Checkup.class).check();
    say(record);
    return summary.faulty() > 0 || record.state() == State.BROKEN ? WRONG : 0;
  }

  private Export.Summary write(Export export, AuditExportOptions options) throws IOException {
    if (options.output().isEmpty()) {
      return write(export, options, out);
    }
    Path file = options.output().get().toAbsolutePath();
    // Under another name until it is whole: half an export must not look like one.
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Export.Summary summary;
    try (OutputStream stream = Files.newOutputStream(part)) {
      summary = write(export, options, stream);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    return summary;
  }

  private static Export.Summary write(Export export, AuditExportOptions options, OutputStream to)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    Export.Summary summary = export.write(writer, options.format(), options.span());
    writer.flush();
    return summary;
  }

  private void say(Verdict verdict) {
    words.println(verdict.sentence());
    verdict.remedy().ifPresent(remedy -> words.println(remedy.words()));
  }
}
