package dev.holdfast.app.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an H2 URL keeps its data. */
public final class H2FileUrl {

  /** H2 takes a path without a kind for a file too. */
  private static final Pattern FILE =
      Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:|nio|async:|split:)(~?)([^;]+).*");

  private H2FileUrl() {}

  /** The database file, which needn't exist; empty for any other database. */
  public static Optional<Path> file(String url) {
    Matcher parts = FILE.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String home = parts.group(1).isEmpty() ? "" : System.getProperty("user.home");
    try {
      Path database = Path.of((home + parts.group(2)).strip()).toAbsolutePath().normalize();
      return Optional.of(database.resolveSibling(database.getFileName() + ".mv.db"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether it names a password itself, for the user or for the file's encryption. */
  static boolean namesPassword(String url) {
    String settings = url.toUpperCase(Locale.ROOT);
    return settings.contains(";PASSWORD=") || settings.contains(";CIPHER=");
  }
}
