package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.bap.BapClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SimulatorConfigurationTests {

  @TempDir Path folder;

  @EnableConfigurationProperties(SimulatorProperties.class)
  private static final class Properties {}

  private ApplicationContextRunner context() {
    return new ApplicationContextRunner()
        .withUserConfiguration(Properties.class, SimulatorConfiguration.class)
        .withPropertyValues("holdfast.simulator.state-file=" + folder.resolve("world.json"));
  }

  @Test
  void runsInTheLocalProfileAndStopsWithIt() throws IOException {
    int port = free();
    context()
        .withPropertyValues("spring.profiles.active=local", "holdfast.simulator.port=" + port)
        .run(
            started -> {
              SimulatorServer server = started.getBean(SimulatorServer.class);
              assertThat(server.baseUrl().getPort()).isEqualTo(port);
              assertThat(BapClients.over(server.baseUrl(), Clock.systemUTC()).environments())
                  .hasSize(31);
            });
    new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
  }

  @Test
  void isNowhereElse() {
    context().run(started -> assertThat(started).doesNotHaveBean(SimulatorServer.class));
    context()
        .withPropertyValues("spring.profiles.active=local", "holdfast.simulator.enabled=false")
        .run(started -> assertThat(started).doesNotHaveBean(SimulatorServer.class));
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
