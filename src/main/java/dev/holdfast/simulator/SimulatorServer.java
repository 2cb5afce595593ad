package dev.holdfast.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.simulator.world.World;
import dev.holdfast.simulator.world.WorldFile;
import dev.holdfast.simulator.world.WorldSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A Power Platform admin API on loopback, speaking BAP as far as {@code src/docs} describes it,
 * over a world of fictional environments. Besides, it has endpoints of its own under {@code
 * /simulator/}.
 */
public final class SimulatorServer implements AutoCloseable {

  private final Clock clock;
  private final double speed;
  private final WorldFile file;
  private final int environments;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  /** With the twenty environments of Contoso. */
  public SimulatorServer(Clock clock, double speed, Optional<Path> stateFile) {
    this(clock, speed, stateFile, 0);
  }

  /**
   * @param clock decides where operations stand
   * @param speed how many times faster than in the real world operations pass; a restore takes two
   *     hours there
   * @param stateFile where the world is kept between runs; empty for nowhere
   * @param environments how many there shall be; beyond Contoso's twenty they are generated, always
   *     the same ones
   */
  public SimulatorServer(Clock clock, double speed, Optional<Path> stateFile, int environments) {
    this.clock = clock;
    this.speed = speed;
    this.file = new WorldFile(stateFile);
    this.environments = environments;
  }

  /**
   * Opens the world and listens.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public void start(int port) {
    RouteTable routes = new RouteTable(new World(clock, speed, file, WorldSeed.read(environments)));
    HttpServer http = bind(port);
    ExecutorService pool = Executors.newFixedThreadPool(4, SimulatorServer::thread);
    server = http;
    threads = pool;
    http.createContext("/", new HttpExchangeAdapter(routes, baseUrl()));
    http.setExecutor(pool);
    http.start();
  }

  /** Such as {@code http://127.0.0.1:3979}. */
  public URI baseUrl() {
    int port = Objects.requireNonNull(server, "not started").getAddress().getPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Stops listening; open requests are cut. */
  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
  }

  private static HttpServer bind(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The simulated admin API cannot listen on port %d; set holdfast.simulator.port."
              .formatted(port),
          e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "simulator");
    thread.setDaemon(true);
    return thread;
  }
}
