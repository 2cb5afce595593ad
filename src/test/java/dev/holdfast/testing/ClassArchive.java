package dev.holdfast.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Holdfast loads at its start, read and verified once for all processes of a test run: a start
 * takes half of the CPU time that it takes otherwise. Java archives classes of jars only, so that
 * the folders of the class path become jars before. All JVMs that run tests share it, until a class
 * is newer.
 */
final class ClassArchive {

  private static final Path DIRECTORY = Path.of("target", "class-archive").toAbsolutePath();
  private static final Path ARCHIVE = DIRECTORY.resolve("holdfast.jsa");
  private static final Path MADE_FOR = DIRECTORY.resolve("class-path");
  private static final Duration END = Duration.ofMinutes(5);

  /** Of this JVM. */
  private static final List<Path> ENTRIES =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> Path.of(entry).toAbsolutePath())
          .filter(Files::exists)
          .toList();

  private static final String CLASS_PATH =
      ENTRIES.stream()
          .map(entry -> Files.isDirectory(entry) ? jarOf(entry) : entry)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));

  static {
    try {
      Files.createDirectories(DIRECTORY);
      try (FileChannel lock =
          FileChannel.open(
              DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        if (!isUpToDate()) {
          make();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClassArchive() {}

  /** The options of {@code java} that make a process start from it. */
  static List<String> options() {
    return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", CLASS_PATH);
  }

  private static boolean isUpToDate() throws IOException {
    if (!Files.exists(ARCHIVE)
        || !Files.exists(MADE_FOR)
        || !Files.readString(MADE_FOR).equals(CLASS_PATH)) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(ARCHIVE);
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static List<Path> folders() {
    return ENTRIES.stream().filter(Files::isDirectory).toList();
  }

  private static void make() throws IOException {
    Files.deleteIfExists(ARCHIVE);
    folders().forEach(ClassArchive::pack);
    HoldfastProcess trial =
        HoldfastProcess.launch(
            List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", CLASS_PATH),
            DIRECTORY,
            DIRECTORY.resolve("log"),
            URI.create("http://127.0.0.1:1"),
            Map.copyOf(Databases.POSTGRESQL.fresh().properties()));
    trial.awaitReady();
    trial.terminate();
    if (!trial.endsWithin(END) || !Files.exists(ARCHIVE)) {
      trial.close();
      throw new IllegalStateException("There is no archive of classes:\n" + trial.printed());
    }
    Files.writeString(MADE_FOR, CLASS_PATH);
  }

  private static Path jarOf(Path folder) {
    return DIRECTORY.resolve(folder.getFileName() + ".jar");
  }

  private static void pack(Path folder) {
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-cf",
                jarOf(folder).toString(),
                "-C",
                folder.toString(),
                ".");
    if (code != 0) {
      throw new IllegalStateException("There is no jar of " + folder);
    }
  }
}
