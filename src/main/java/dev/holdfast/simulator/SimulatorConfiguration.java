package dev.holdfast.simulator;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The simulator beside Holdfast, in the local profile only. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@ConditionalOnBooleanProperty(name = "holdfast.simulator.enabled", matchIfMissing = true)
class SimulatorConfiguration {

  @Bean(destroyMethod = "") // the lifecycle closes it
  SimulatorServer simulatorServer(SimulatorProperties properties, ObjectProvider<Clock> clock) {
    return new SimulatorServer(
        clock.getIfAvailable(Clock::systemUTC),
        properties.speed(),
        Optional.of(properties.stateFile()),
        properties.environments());
  }

  @Bean
  SimulatorLifecycle simulatorLifecycle(SimulatorServer server, SimulatorProperties properties) {
    return new SimulatorLifecycle(server, properties.port());
  }
}
