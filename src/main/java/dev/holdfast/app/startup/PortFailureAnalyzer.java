package dev.holdfast.app.startup;

import java.net.BindException;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Names the setting of a port or an address on which Holdfast can't listen. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PortFailureAnalyzer implements FailureAnalyzer {

  private static final List<String> PORTS =
      List.of("management.server.port", "holdfast.simulator.port", "server.port");

  /** The simulator's, where it isn't set. */
  private static final int SIMULATORS = 3979;

  private final Environment environment;

  PortFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return Causes.find(failure, PortInUseException.class)
        .map(e -> inUse(e.getPort(), failure))
        .or(() -> Causes.find(failure, BindException.class).map(e -> bind(e, failure)))
        .or(() -> Causes.find(failure, SocketException.class).flatMap(e -> forbidden(e, failure)))
        .orElse(null);
  }

  private FailureAnalysis inUse(int port, Throwable failure) {
    String setting = setting(port);
    return StartFailure.of(
        "Holdfast can't listen on port %d".formatted(port),
        "another program uses this port",
        "End that program, or set %s to another port.".formatted(setting),
        failure);
  }

  private FailureAnalysis bind(BindException e, Throwable failure) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("Permission denied")) {
      return forbidden(failure);
    }
    return said.contains("assign requested address")
        ? StartFailure.of(
            "Holdfast can't listen on the address in server.address or management.server.address",
            "this machine doesn't have the address",
            "Correct the address, or remove the setting to listen on all addresses.",
            failure)
        : simulatorsPort(failure);
  }

  /** The web server's port has an exception of its own, so this is the other one. */
  private FailureAnalysis simulatorsPort(Throwable failure) {
    return inUse(
        environment.getProperty("holdfast.simulator.port", Integer.class, SIMULATORS), failure);
  }

  private static Optional<FailureAnalysis> forbidden(SocketException e, Throwable failure) {
    return String.valueOf(e.getMessage()).contains("Permission denied")
        ? Optional.of(forbidden(failure))
        : Optional.empty();
  }

  private static FailureAnalysis forbidden(Throwable failure) {
    return StartFailure.of(
        "Holdfast can't listen on its port",
        "the user that runs Holdfast may not use it; ports below 1024 are reserved",
        "Set server.port and management.server.port to ports above 1023.",
        failure);
  }

  private String setting(int port) {
    return PORTS.stream()
        .filter(name -> String.valueOf(port).equals(environment.getProperty(name)))
        .findFirst()
        .orElse(port == SIMULATORS ? "holdfast.simulator.port" : "server.port");
  }
}
