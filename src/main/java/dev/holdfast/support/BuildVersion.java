package dev.holdfast.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this Holdfast was built of, as the build wrote it down. A build outside of Git knows no
 * commit, and what isn't built by Maven knows neither.
 */
public record BuildVersion(String version, String commit) {

  private static final String UNKNOWN = "unknown";

  public static BuildVersion read() {
    return read(BuildVersion.class.getClassLoader());
  }

  static BuildVersion read(ClassLoader classes) {
    Properties git = properties(classes, "git.properties");
    String commit = given(git, "git.commit.id.abbrev");
    boolean changed = Boolean.parseBoolean(git.getProperty("git.dirty"));
    return new BuildVersion(
        given(properties(classes, "META-INF/build-info.properties"), "build.version"),
        changed && !commit.equals(UNKNOWN) ? commit + " with changes" : commit);
  }

  private static String given(Properties from, String name) {
    String value = from.getProperty(name, "");
    return value.isBlank() ? UNKNOWN : value;
  }

  private static Properties properties(ClassLoader classes, String name) {
    Properties properties = new Properties();
    try (InputStream file = classes.getResourceAsStream(name)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** For where there are no cards. */
  public String line() {
    return "Holdfast, version %s, commit %s".formatted(version, commit);
  }
}
