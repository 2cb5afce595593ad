package dev.holdfast.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The password of the embedded database: random, in a file beside it that only its owner can read.
 * Earlier versions had none; such a database gets one when Holdfast opens it. The password is in
 * its file before the database has it, so that a crash between the two loses nothing.
 */
final class H2FilePassword {

  private static final int BYTES = 32;

  private final Path database;
  private final Path file;

  /**
   * @param database its file, which needn't exist
   */
  H2FilePassword(Path database) {
    this.database = database;
    this.file =
        database.resolveSibling(
            database.getFileName().toString().replaceFirst("\\.mv\\.db$", ".password"));
  }

  /** The password that was stored by a start, if there was one. */
  Optional<String> stored() throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  /**
   * Makes the database's file if there is none, keeps others from reading it, and gives it a
   * password.
   *
   * @return the password; empty if the database has one that nobody stored, or can't be opened
   */
  Optional<String> prepare(String url, String user) throws IOException {
    OwnerOnlyFiles.createDirectories(database.getParent());
    boolean isNew = !Files.exists(database) || Files.size(database) == 0;
    OwnerOnlyFiles.createOrRestrict(database);
    if (Files.exists(file)) {
      OwnerOnlyFiles.createOrRestrict(file);
    }
    Optional<String> known = stored();
    if (isNew || known.isPresent() && opens(url, user, known.get())) {
      return Optional.of(known.isPresent() ? known.get() : create());
    }
    return opens(url, user, "") ? Optional.of(change(url, user, known)) : known;
  }

  private String create() throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    OwnerOnlyFiles.write(file, password + "\n");
    return password;
  }

  private String change(String url, String user, Optional<String> known) throws IOException {
    String password = known.isPresent() ? known.get() : create();
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      statement.execute("set password '" + password.replace("'", "''") + "'");
      return password;
    } catch (SQLException e) {
      return ""; // it's opened without one as before, and tried again at the next start
    }
  }

  /** Anything but a refusal is left to the pool, which says it in its own way. */
  private static boolean opens(String url, String user, String password) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }
}
