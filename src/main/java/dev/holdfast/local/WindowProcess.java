package dev.holdfast.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Starts the process of one window, and ends it with everything below it. */
final class WindowProcess {

  private static final Duration END_WITHIN = Duration.ofSeconds(3);
  private static final String LOG = "window.log";
  private static final String LOOPBACK_ONLY = "loopback-only.cjs";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final PlaygroundWindow window;

  WindowProcess(PlaygroundWindow window) {
    this.window = window;
  }

  /** Writes the window's configuration and starts it; it is not ready yet when this returns. */
  Process start(List<String> command, URI botEndpoint, boolean openBrowser) throws IOException {
    Path directory = Files.createDirectories(window.directory());
    Path config = directory.resolve(PlaygroundConfigFile.FILE);
    Files.write(config, JSON.writeValueAsBytes(window.config()));
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("-e", botEndpoint.toString(), "-c", "msteams"));
    words.addAll(List.of("-p", Integer.toString(window.port()), "--disable-telemetry"));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(LOG).toFile());
    Map<String, String> environment = builder.environment();
    environment.put("M365_AGENTS_PLAYGROUND_CONFIG_PATH", config.toString());
    environment.put(
        "M365_AGENTS_PLAYGROUND_LOGFILE", directory.resolve("playground.log").toString());
    environment.merge(
        "NODE_OPTIONS", requiring(loopbackOnly(directory)), (given, more) -> given + " " + more);
    if (!openBrowser) {
      environment.put("TEAMSAPPTESTER_BROWSER", "none");
    }
    Process process = builder.start();
    WindowProcessFile.of(botEndpoint, process.toHandle()).write(directory);
    return process;
  }

  /**
   * The Playground listens on every address of the machine and answers to any name, and has no
   * setting for either.
   */
  static Path loopbackOnly(Path directory) throws IOException {
    try (InputStream script = WindowProcess.class.getResourceAsStream(LOOPBACK_ONLY)) {
      Path copy = directory.resolve(LOOPBACK_ONLY);
      Files.write(copy, Objects.requireNonNull(script).readAllBytes());
      return copy;
    }
  }

  /** In quotes a backslash would stand for itself only when doubled. */
  static String requiring(Path script) {
    return "--require \"" + script.toString().replace("\\", "\\\\") + "\"";
  }

  /** To be called once it answers: only then are all its processes there. */
  void remember(URI botEndpoint, Process process) {
    WindowProcessFile.of(botEndpoint, process.toHandle()).write(window.directory());
  }

  /** What the window's process said, for a person who has to find out why it did not start. */
  Path log() {
    return window.directory().resolve(LOG);
  }

  /**
   * Ends every recorded process of the window that still runs, the youngest first, so that each
   * finds its parent alive and is taken leave of; a parent whose last child ends often ends too.
   */
  void end() {
    WindowProcessFile.read(window.directory()).map(WindowProcessFile::running).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(ProcessIdentity::of).reversed())
        .forEach(WindowProcess::end);
    WindowProcessFile.forget(window.directory());
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A process of the chat windows could not be ended.", e);
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }
}
