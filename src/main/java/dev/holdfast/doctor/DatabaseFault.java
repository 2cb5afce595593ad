package dev.holdfast.doctor;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why the database can't be used, and how to fix it, for the doctor and for a start that failed.
 * Repeats nothing that a driver said: it may contain the address with a password.
 *
 * @param isNobodysFault whether it only can't be looked at now: the file is in use, or isn't there
 *     before the first start
 */
public record DatabaseFault(String why, Remedy remedy, boolean isNobodysFault) {

  private static final int FILE_IN_USE = 90020;
  private static final int NO_FILE = 90146;
  private static final int OTHER_VERSION = 90048;
  private static final int DAMAGED = 90030;
  private static final int READ_ONLY = 90097;

  /** Of H2; its SQL state is 28000. */
  private static final int WRONG_PASSWORD = 28000;

  /** Creating, opening, reading, and writing files (org.h2.api.ErrorCode). */
  private static final Set<Integer> FILES =
      Set.of(8000, 90024, 90028, 90031, 90034, 90062, 90123, READ_ONLY);

  private static final String NO_TABLES = "42501";
  private static final String STARTING = "57P03";

  /** Empty if the failure isn't about the database. */
  public static Optional<DatabaseFault> of(Throwable failure) {
    Optional<SQLException> told = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        told = Optional.of(sql); // the pool wraps what the driver said
      }
    }
    return told.map(DatabaseFault::of);
  }

  private static DatabaseFault of(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("").toUpperCase(Locale.ROOT);
    return switch (e.getErrorCode()) {
      case FILE_IN_USE ->
          nobodys(
              "the database file is in use, most likely by a Holdfast that runs",
              Remedy.of("Ask the one that runs: write to it in Teams", "doctor"));
      case NO_FILE ->
          nobodys(
              "there is no database file yet",
              Remedy.of("Start Holdfast: its first start makes it."));
      case OTHER_VERSION ->
          fault(
              "another version of H2 wrote the database file",
              "Start the version of Holdfast that wrote it, or move the data: SCRIPT TO with the"
                  + " old version of H2, RUNSCRIPT FROM with the new one.");
      case DAMAGED ->
          fault("the database file is damaged", "Restore the file from your last copy.");
      case WRONG_PASSWORD ->
          fault(
              "the database file does not let Holdfast in: wrong name or password",
              "Put the file with its password back beside it (the same name with .password in"
                  + " place of .mv.db), or correct spring.datasource.username and"
                  + " spring.datasource.password.");
      default -> FILES.contains(e.getErrorCode()) ? unwritable() : of(state);
    };
  }

  private static DatabaseFault unwritable() {
    return fault(
        "the database file can't be created or written",
        "Give the user that runs Holdfast the right to write to the directory in"
            + " spring.datasource.url, and check that the disk isn't full.");
  }

  private static DatabaseFault of(String state) {
    if (state.equals(NO_TABLES)) {
      return fault(
          "the database user isn't allowed to create or use tables",
          "Make the user the owner of the database, or grant it CREATE and USAGE on the schema.");
    }
    if (state.equals(STARTING)) {
      return fault(
          "the database server is starting or shutting down", "Start Holdfast again later.");
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "28" ->
          fault(
              "the database does not let Holdfast in: wrong name or password",
              "Correct spring.datasource.username and spring.datasource.password.");
      case "3D" ->
          new DatabaseFault(
              "the server answers, but it has no such database",
              Remedy.of("Make it, or correct spring.datasource.url:", "createdb holdfast"),
              false);
      case "53" ->
          fault(
              "the database has no connection or no space left",
              "Give it more, or lower spring.datasource.hikari.maximum-pool-size.");
      default ->
          fault(
              "the database does not answer (%s)"
                  .formatted(state.isEmpty() ? "no word from it" : "SQL state " + state),
              "Start it, and see that spring.datasource.url leads to it.");
    };
  }

  private static DatabaseFault fault(String why, String remedy) {
    return new DatabaseFault(why, Remedy.of(remedy), false);
  }

  private static DatabaseFault nobodys(String why, Remedy remedy) {
    return new DatabaseFault(why, remedy, true);
  }

  public CheckResult verdict() {
    return isNobodysFault
        ? CheckResult.skipped("Not looked at: " + why + ".", remedy)
        : CheckResult.broken(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".", remedy);
  }
}
