package dev.holdfast.app;

import dev.holdfast.app.startup.StartupErrorReport;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/**
 * Does something on the command line that needs only the settings of the database, and says what
 * hinders it.
 */
final class DatabaseCommand {

  static final int WRONG = 1;
  static final int NOT_UNDERSTOOD = 2;

  /** By their names, so that nothing else is made that they do not need. */
  private static final List<String> FIRST = List.of("databaseCheck", "migrationsCheck");

  private final CommandLineApplication application;
  private final PrintStream words;

  DatabaseCommand(CommandLineApplication application, PrintStream words) {
    this.application = application;
    this.words = words;
  }

  /** Returns how the process ends. */
  interface Work {
    int run(ConfigurableApplicationContext context) throws IOException;
  }

  int run(List<String> settings, Work work) {
    return run(settings, FIRST, work);
  }

  /**
   * @param checks by their names, which of them have to be passed first
   */
  int run(List<String> settings, List<String> checks, Work work) {
    try (ConfigurableApplicationContext context =
        application.ofTheDatabase().run(settings.toArray(String[]::new))) {
      Optional<CheckResult> hindrance =
          checks.stream()
              .map(name -> context.getBean(name, DoctorCheck.class).check())
              .filter(
                  verdict ->
                      verdict.state() == CheckStatus.BROKEN
                          || verdict.state() == CheckStatus.SKIPPED)
              .findFirst();
      hindrance.ifPresent(this::say);
      return hindrance.isPresent() ? WRONG : work.run(context);
    } catch (IOException e) {
      words.println("The record cannot be written: " + e.getMessage());
      return WRONG;
    } catch (DataAccessException e) {
      words.println(
          "The database does not give the record. The tables may be those of an older version:"
              + " start Holdfast, or ask java -jar holdfast.jar --doctor.");
      return WRONG;
    } catch (RuntimeException e) {
      StartupErrorReport.of(e).lines().forEach(words::println);
      return WRONG;
    }
  }

  void say(CheckResult verdict) {
    words.println(verdict.sentence());
    verdict.remedy().ifPresent(remedy -> words.println(remedy.words()));
  }
}
