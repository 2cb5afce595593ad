package dev.holdfast.doctor.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.springframework.stereotype.Component;

/** Whether the tables are those of this version. Only compares; the start migrates. */
@Component
public class MigrationsCheck implements DoctorCheck {

  private final Flyway flyway;

  public MigrationsCheck(Flyway flyway) {
    this.flyway = flyway;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public String name() {
    return MIGRATIONS;
  }

  @Override
  public List<String> needs() {
    return List.of(DATABASE);
  }

  @Override
  public CheckResult check() {
    List<MigrationInfo> all = Arrays.asList(flyway.info().all());
    String failed = versions(all, MigrationState::isFailed);
    if (!failed.isEmpty()) {
      return CheckResult.broken(
          "Migration %s began and failed; the tables are half changed.".formatted(failed),
          Remedy.of(
              "Restore the database as it was before, fix what stopped the migration, and start"
                  + " Holdfast again."));
    }
    List<String> changed = changed();
    if (!changed.isEmpty()) {
      return CheckResult.broken(
          "Migration %s in the database is not the one of this version."
              .formatted(String.join(", ", changed)),
          Remedy.of("Run the version of Holdfast that made these tables, or a later one."));
    }
    String newer = versions(all, state -> state == MigrationState.FUTURE_SUCCESS);
    if (!newer.isEmpty()) {
      return CheckResult.warning(
          "A newer version of Holdfast has been here: it made migration %s.".formatted(newer),
          Remedy.of("Run that version on all replicas."));
    }
    String pending = versions(all, state -> state == MigrationState.PENDING);
    if (pending.isEmpty()) {
      return CheckResult.ok("All %d are there.".formatted(all.size()));
    }
    String sentence = "Not there yet: %s.".formatted(pending);
    Remedy start = Remedy.of("Start Holdfast: the start migrates.");
    return flyway.info().current() == null
        ? CheckResult.skipped("The database is empty.", start)
        : CheckResult.warning(sentence, start);
  }

  /** Those whose text differs from what was run. */
  private List<String> changed() {
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .ignoreMigrationPatterns(
            ValidatePattern.fromPattern("*:pending"), ValidatePattern.fromPattern("*:future"))
        .load()
        .validateWithResult()
        .invalidMigrations
        .stream()
        .map(MigrationsCheck::name)
        .toList();
  }

  private static String name(ValidateOutput migration) {
    return String.valueOf(migration.version);
  }

  private static String versions(List<MigrationInfo> all, Predicate<MigrationState> which) {
    return all.stream()
        .filter(migration -> which.test(migration.getState()))
        .map(migration -> String.valueOf(migration.getVersion()))
        .collect(Collectors.joining(", "));
  }
}
