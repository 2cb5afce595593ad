package dev.holdfast.series;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How series run.
 *
 * @param lead how long before its start a run is requested, so that people see it
 * @param failures after how many failed runs in a row a series pauses
 */
@Validated
@ConfigurationProperties("holdfast.series")
public record SeriesProperties(
    @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(hours = 24) Duration lead,
    @DefaultValue("3") @Min(1) @Max(100) int failures) {}
