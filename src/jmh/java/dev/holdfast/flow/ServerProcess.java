package dev.holdfast.flow;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server in a process of its own. */
record ServerProcess(Process process, URI messages) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Starts it and returns when it listens.
   *
   * @param directory where it runs and writes what it says
   */
  static ServerProcess start(Class<?> main, Path directory, List<String> settings)
      throws IOException {
    return start(main, "512m", directory, settings);
  }

  /**
   * The same with a heap of another size.
   *
   * @param heap as the JVM's option has it
   */
  static ServerProcess start(Class<?> main, String heap, Path directory, List<String> settings)
      throws IOException {
    int port = freePort();
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-cp",
            absolute(System.getProperty("java.class.path")),
            main.getName(),
            "--server.address=127.0.0.1",
            "--server.port=" + port);
    return start(
        new ProcessBuilder(Stream.concat(java.stream(), settings.stream()).toList()),
        port,
        directory);
  }

  /**
   * Starts any other one, which finds the port in {@code PORT}, and returns when it listens.
   *
   * @param environment more variables of its environment
   */
  static ServerProcess start(List<String> command, Path directory, Map<String, String> environment)
      throws IOException {
    int port = freePort();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("PORT", String.valueOf(port));
    return start(builder, port, directory);
  }

  private static ServerProcess start(ProcessBuilder builder, int port, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    Process process =
        builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitListening(process, port, directory);
    return new ServerProcess(process, URI.create("http://127.0.0.1:" + port + "/api/messages"));
  }

  /** Of all its threads since it was started. */
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void awaitListening(Process process, int port, Path directory) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "it does not start:\n" + Files.readString(directory.resolve("log")));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
