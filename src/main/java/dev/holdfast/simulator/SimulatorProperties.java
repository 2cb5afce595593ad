package dev.holdfast.simulator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The simulator of the local profile.
 *
 * @param enabled false to bring another admin API along
 * @param port on loopback
 * @param speed how many times faster than in the real world; at 180 a restore takes 40 seconds
 * @param stateFile where its world is kept between runs
 * @param environments how many environments it has; beyond the twenty of Contoso they are generated
 */
@Validated
@ConfigurationProperties("holdfast.simulator")
record SimulatorProperties(
    @DefaultValue("true") boolean enabled,
    @Min(1) @Max(65535) @DefaultValue("3979") int port,
    @Positive @DefaultValue("180") double speed,
    @NotNull @DefaultValue("data/simulator.json") Path stateFile,
    @Min(20) @Max(20_000) @DefaultValue("20") int environments) {}
