package dev.holdfast.flow;

import dev.holdfast.flow.BareLooks;
import dev.holdfast.flow.RunningOperations;
import dev.holdfast.flow.ServerProcess;


import dev.holdfast.HoldfastApplication;
import dev.holdfast.request.RequestsInFlight;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Ten thousand restores in flight on PostgreSQL with two processes of Holdfast in production's
 * settings: how many looks at operations a second, what they cost in processor time beside the bare
 * look, how much memory a process takes, and how long it takes until every restore is driven again
 * after one of the two is killed.
 *
 * <p>Give another number of requests as the argument. Needs {@code /proc} for the memory.
 */
final class InFlight {

  private static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  private static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";

  /** What is left of 512 MB beside it is the JVM's own, for code and threads. */
  private static final String HEAP = "256m";

  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final Duration WARM_UP = Duration.ofSeconds(45);
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RunningOperations adminApi;
  private final int requests;
  private final List<ServerProcess> processes;

  private InFlight(RunningOperations adminApi, int requests, List<ServerProcess> processes) {
    this.adminApi = adminApi;
    this.requests = requests;
    this.processes = processes;
  }

  public static void main(String[] arguments) throws Exception {
    int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    Path folder = Files.createTempDirectory("in-flight");
    TestDatabase database = Databases.POSTGRESQL.fresh();
    try (FakeBotFramework framework = new FakeBotFramework();
        RunningOperations adminApi = new RunningOperations()) {
      RequestsInFlight.store(database.dataSource(), requests, adminApi.operations(), INTERVAL);
      double bare = bareMillis(database, adminApi, requests);
      List<String> settings =
          Stream.concat(
                  settings(framework.metadata(), adminApi.base()), database.arguments().stream())
              .toList();
      try (ServerProcess one = start(folder.resolve("one"), settings);
          ServerProcess other = start(folder.resolve("other"), settings)) {
        new InFlight(adminApi, requests, List.of(one, other)).measure(bare);
      }
    }
    System.exit(0);
  }

  private static ServerProcess start(Path folder, List<String> settings) throws IOException {
    return ServerProcess.start(HoldfastApplication.class, HEAP, folder, settings);
  }

  private static Stream<String> settings(URI metadata, URI adminApi) {
    return Stream.of(
            "teams.app-id=" + APP,
            "teams.tenant-id=" + TENANT,
            "teams.credential.client-secret=benchmark",
            "teams.login-url=" + adminApi,
            "teams.openid-metadata-url=" + metadata,
            "teams.service-hosts=127.0.0.1",
            "platform.client-id=" + APP,
            "platform.tenant-id=" + TENANT,
            "platform.credential.client-secret=benchmark",
            "platform.login-url=" + adminApi,
            "platform.base-url=" + adminApi,
            "platform.dataverse-hosts=127.0.0.1",
            "platform.poll-interval=" + INTERVAL,
            "policy[0].environments=*",
            "policy[0].approvers=" + TENANT)
        .map(setting -> "--holdfast." + setting);
  }

  private void measure(double bare) throws IOException {
    pass(WARM_UP);
    long looksBefore = adminApi.looks();
    Duration usedBefore = used();
    long start = System.nanoTime();
    pass(MEASURED);
    double seconds = (System.nanoTime() - start) / 1e9;
    double perSecond = (adminApi.looks() - looksBefore) / seconds;
    double cores = used().minus(usedBefore).toNanos() / 1e9 / seconds;
    double each = 1000 * cores / perSecond;
    say("%,d restores in flight, one look in %d s at each", requests, INTERVAL.toSeconds());
    say(
        "%.0f looks a second, %.0f %% of those that are due",
        perSecond, 100 * perSecond / (requests / (double) INTERVAL.toSeconds()));
    say("%.2f cores for both processes", cores);
    say("%.2f ms of processor time a look, %.1f times the bare look's %.2f ms", each, each / bare, bare);
    for (ServerProcess process : processes) {
      say("%d MB at most in a process", highWater(process) / 1024);
    }
    say("%.1f s after a SIGKILL of one process all are driven again", secondsUntilAllAreDriven());
  }

  /** From the kill until every operation was asked for by the process that is left. */
  private double secondsUntilAllAreDriven() {
    ServerProcess killed = processes.get(0);
    killed.process().destroyForcibly().onExit().join();
    long start = System.nanoTime();
    while (adminApi.lookedAtSince(start) < requests) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            requests - adminApi.lookedAtSince(start) + " restores are not driven any more");
      }
      pass(Duration.ofMillis(100));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Duration used() {
    return processes.stream()
        .map(process -> process.process().toHandle().info().totalCpuDuration().orElseThrow())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The most memory that the process has had, in kilobytes. */
  private static long highWater(ServerProcess process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.process().pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static double bareMillis(TestDatabase database, RunningOperations adminApi, int requests)
      throws IOException {
    String separator = database.url().contains("?") ? "&" : "?";
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BareLooks.class.getName(),
                database.url() + separator + "user=" + database.user(),
                adminApi.operations().toString(),
                Integer.toString(requests))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Double.parseDouble(printed.strip());
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ENGLISH, format + "%n", values);
  }
}
