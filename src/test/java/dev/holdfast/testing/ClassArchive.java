package dev.holdfast.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Holdfast loads at its start, read and verified once for all processes of a test run: a start
 * takes half of the CPU time that it takes otherwise. Java archives classes of jars only, so that
 * the folders of the class path become jars before.
 */
final class ClassArchive {

  private static final Path DIRECTORY =
      Path.of("target", "class-archive", System.getProperty("tests.fork", "0")).toAbsolutePath();
  private static final Duration END = Duration.ofSeconds(60);
  private static final String CLASS_PATH = classPath();
  private static final Path ARCHIVE = archive();

  private ClassArchive() {}

  /** The options of {@code java} that make a process start from it. */
  static List<String> options() {
    return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", CLASS_PATH);
  }

  private static Path archive() {
    Path archive = DIRECTORY.resolve("holdfast.jsa");
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HoldfastProcess trial =
        HoldfastProcess.launch(
            List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", CLASS_PATH),
            DIRECTORY,
            DIRECTORY.resolve("log"),
            URI.create("http://127.0.0.1:1"),
            Map.copyOf(Databases.POSTGRESQL.fresh().properties()));
    trial.awaitReady();
    trial.terminate();
    if (!trial.endsWithin(END) || !Files.exists(archive)) {
      trial.close();
      throw new IllegalStateException("There is no archive of classes:\n" + trial.printed());
    }
    return archive;
  }

  private static String classPath() {
    List<Path> entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(Files::exists)
            .toList();
    try {
      Files.createDirectories(DIRECTORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries.stream()
        .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jar(Path folder) {
    Path jar = DIRECTORY.resolve(folder.getFileName() + ".jar");
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-cf", jar.toString(), "-C", folder.toString(), ".");
    if (code != 0) {
      throw new IllegalStateException("There is no jar of " + folder);
    }
    return jar;
  }
}
