package dev.holdfast.app;

import dev.holdfast.app.copy.CopyException;
import dev.holdfast.app.copy.DatabaseCopy;
import dev.holdfast.app.copy.DatabaseCopy.Copied;
import dev.holdfast.app.database.H2FileUrl;
import dev.holdfast.audit.AuditVerification;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar holdfast.jar --database-copy=URL}: moves from the embedded database to
 * PostgreSQL. The source stays as it is.
 */
public final class DatabaseCopyCommand {

  static final String OPTION = "--database-copy";
  static final String USER = "--copy-user";
  static final String PASSWORD_FILE = "--copy-password-file";

  private static final String USAGE =
      "It's %s=jdbc:postgresql://HOST/DATABASE %s=NAME [%s=FILE]."
          .formatted(OPTION, USER, PASSWORD_FILE);

  private static final String ADDRESS = "jdbc:postgresql:";
  private static final String SETTING = "--spring.datasource.";
  private static final List<String> ANSWERS = List.of("databaseCheck");

  private final CommandLineApplication application;
  private final PrintStream out;

  public DatabaseCopyCommand(CommandLineApplication application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  /** 0 when all is copied and verified, 1 when not, 2 when an argument isn't understood. */
  public int run(List<String> arguments) {
    List<String> settings;
    List<String> target;
    try {
      CommandLineOptions.DatabaseCopy given = new CommandLineOptions.DatabaseCopy();
      settings = CommandLineOptions.settings(given, arguments);
      target = target(given, settings);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    DatabaseCommand command = new DatabaseCommand(application, out);
    return command.run(
        settings,
        source ->
            isReady(command, source) ? copyTo(target, command, source) : DatabaseCommand.WRONG);
  }

  /** The settings with the target in the place of the source. */
  private static List<String> target(CommandLineOptions.DatabaseCopy given, List<String> settings) {
    if (!given.url.startsWith(ADDRESS) || given.user.isBlank()) {
      throw new IllegalArgumentException(USAGE);
    }
    return Stream.concat(
            settings.stream().filter(one -> !one.startsWith(SETTING)),
            Stream.of(
                SETTING + "url=" + given.url,
                SETTING + "username=" + given.user,
                SETTING + "password=" + password(given.passwordFile)))
        .toList();
  }

  private static String password(String file) {
    try {
      return file.isBlank() ? "" : Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("%s=%s can't be read.".formatted(PASSWORD_FILE, file), e);
    }
  }

  private boolean isReady(DatabaseCommand command, ConfigurableApplicationContext source) {
    String url = source.getEnvironment().getProperty("spring.datasource.url", "");
    if (H2FileUrl.file(url).isEmpty() || url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=")) {
      out.println(
          "spring.datasource.url has to be an H2 file that only one process opens"
              + " (jdbc:h2:file:… without AUTO_SERVER). For PostgreSQL there is pg_dump.");
      return false;
    }
    return isOfThisVersion(command, migrations(source));
  }

  private static CheckResult migrations(ConfigurableApplicationContext database) {
    return database.getBean("migrationsCheck", DoctorCheck.class).check();
  }

  private static boolean isOfThisVersion(DatabaseCommand command, CheckResult migrations) {
    if (migrations.state() != CheckStatus.OK) {
      command.say(migrations);
    }
    return migrations.state() == CheckStatus.OK;
  }

  private int copyTo(
      List<String> settings, DatabaseCommand command, ConfigurableApplicationContext source) {
    out.println("Now the target:");
    return command.run(
        settings,
        ANSWERS,
        target -> {
          CheckResult migrations = migrations(target);
          boolean isNew = migrations.state() == CheckStatus.SKIPPED;
          return isNew || isOfThisVersion(command, migrations)
              ? copy(command, source, target)
              : DatabaseCommand.WRONG;
        });
  }

  private int copy(
      DatabaseCommand command,
      ConfigurableApplicationContext source,
      ConfigurableApplicationContext target) {
    List<Copied> copied;
    try {
      copied =
          new DatabaseCopy(source.getBean(Flyway.class), target.getBean(Flyway.class))
              .run(source.getBean(DataSource.class), target.getBean(DataSource.class));
    } catch (CopyException e) {
      out.println(e.getMessage());
      return DatabaseCommand.WRONG;
    }
    copied.forEach(one -> out.printf("  %s %d%n", one.table(), one.rows()));
    out.printf(
        "%d tables with %d rows are copied, and read back as they were.%n",
        copied.size(), copied.stream().mapToLong(Copied::rows).sum());
    CheckResult log = target.getBean(AuditVerification.class).all();
    out.print("The audit log in the copy: ");
    command.say(log);
    if (log.state() == CheckStatus.BROKEN) {
      out.println(
          "Whether that was so before says --audit-verify with the settings of the source.");
      return DatabaseCommand.WRONG;
    }
    out.println(
        "Start Holdfast with the settings of the target. Never start it on the source again.");
    return 0;
  }
}
