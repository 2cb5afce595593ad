package dev.holdfast.testing;

import static org.awaitility.Awaitility.await;

import dev.holdfast.HoldfastApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holdfast as {@link RunningHoldfast} starts it, but in a process of its own, which can be killed
 * like one.
 */
public final class HoldfastProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** What the local profile tells its user last. */
  private static final Pattern READY =
      Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/api/messages");

  private final Process process;
  private final Path log;

  private HoldfastProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and returns when it serves.
   *
   * @param directory where it runs and, unless the settings name another database, keeps its own
   * @param log what it prints
   */
  public static HoldfastProcess start(
      Path directory, Path log, URI adminApi, Map<String, Object> settings) {
    HoldfastProcess started =
        begin(
            java(ClassArchive.options(), HoldfastApplication.class),
            directory,
            log,
            adminApi,
            settings);
    started.awaitReady();
    return started;
  }

  /**
   * The same with the JVM's own choice of heap, collector, and compilers, as operators start it.
   */
  public static HoldfastProcess startWithDefaults(
      Path directory, Path log, URI adminApi, Map<String, Object> settings) {
    HoldfastProcess started =
        begin(
            command(List.of(), classPath(), HoldfastApplication.class),
            directory,
            log,
            adminApi,
            settings);
    started.awaitReady();
    return started;
  }

  /**
   * Starts it, for the many starts of one test, and returns at once.
   *
   * @param main the class with its {@code main}
   */
  public static HoldfastProcess launch(
      Class<?> main, Path directory, Path log, URI adminApi, Map<String, Object> settings) {
    return begin(java(ClassArchive.options(), main), directory, log, adminApi, settings);
  }

  /**
   * Starts it and returns at once.
   *
   * @param classes the options of {@code java} that say where the classes are
   */
  static HoldfastProcess launch(
      List<String> classes, Path directory, Path log, URI adminApi, Map<String, Object> settings) {
    return begin(java(classes, HoldfastApplication.class), directory, log, adminApi, settings);
  }

  private static HoldfastProcess begin(
      List<String> java, Path directory, Path log, URI adminApi, Map<String, Object> settings) {
    Lane.requires("process");
    Map<String, Object> quick = new LinkedHashMap<>();
    // What a dead process had in hand is free after two seconds.
    quick.put("db-scheduler.heartbeat-interval", "500ms");
    quick.put("db-scheduler.missed-heartbeats-limit", 4);
    quick.put("db-scheduler.polling-interval", "100ms");
    quick.putAll(settings);
    List<String> arguments = RunningHoldfast.arguments(adminApi, quick);
    try {
      Process process =
          new ProcessBuilder(
                  Stream.of(java, List.of("--spring.profiles.active=local"), arguments)
                      .flatMap(List::stream)
                      .toList())
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new HoldfastProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a Holdfast that was only asked something ended, and all that it printed. */
  public record Ended(int code, String printed) {}

  /**
   * Runs it to its end.
   *
   * @param directory where it runs
   */
  public static Ended ask(Path directory, String... arguments) {
    Lane.requires("process");
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(
                          java(ClassArchive.options(), HoldfastApplication.class).stream(),
                          Stream.of(arguments))
                      .toList())
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.onExit().join().exitValue(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java(List<String> classes, Class<?> main) {
    return command(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"), classes, main);
  }

  private static List<String> command(List<String> options, List<String> classes, Class<?> main) {
    return Stream.of(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8"),
            options,
            classes,
            List.of(main.getName()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> classPath() {
    return List.of("-cp", absolute(System.getProperty("java.class.path")));
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }

  /** The most memory that was resident, in megabytes; of Linux only. */
  public long mostResident() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it serves. */
  public void awaitReady() {
    if (!serves()) {
      throw new AssertionError("Holdfast did not start:\n" + printed());
    }
  }

  /** Waits until it serves or has ended, and returns whether it lives. */
  public boolean serves() {
    try {
      await("Holdfast serves")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || find(READY).isPresent());
    } finally {
      if (find(READY).isEmpty()) {
        process.destroyForcibly();
      }
    }
    return process.isAlive();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Where it takes activities. */
  public URI messages() {
    String port = find(READY).orElseThrow().group(1);
    return URI.create("http://127.0.0.1:" + port + "/api/messages");
  }

  /** The same as soon as it serves, and as long as it lives. */
  public Optional<URI> messagesNow() {
    return process.isAlive() && find(READY).isPresent()
        ? Optional.of(messages())
        : Optional.empty();
  }

  /** Waits for it to end by itself, and returns whether it did. */
  public boolean endsWithin(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM: it is asked to end. */
  public void terminate() {
    process.destroy();
  }

  public int exitValue() {
    return process.exitValue();
  }

  /** Everything that it printed so far. */
  public String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * SIGKILL: nothing in it runs any more.
   *
   * @throws AssertionError if it had ended by itself
   */
  public void kill() {
    if (!process.isAlive()) {
      throw new AssertionError("Holdfast ended by itself:\n" + printed());
    }
    close();
  }

  /**
   * Does not ask {@code onExit}, which after thousands of processes finds another by this number.
   */
  @Override
  public void close() {
    process.destroyForcibly();
    if (!endsWithin(PATIENCE)) {
      throw new AssertionError("Holdfast does not end:\n" + printed());
    }
  }

  private Optional<MatchResult> find(Pattern pattern) {
    return pattern.matcher(printed()).results().findFirst();
  }
}
