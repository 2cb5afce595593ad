package dev.holdfast.doctor;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the doctor is.
 *
 * @param timeLimit how long one check may take
 * @param readinessLimit how long the database may take to answer a probe
 * @param readinessMaxAge how long an answer is given again to the next probe
 * @param dependenciesMaxAge how old the findings behind {@code /actuator/health/dependencies} may
 *     get before an examination begins in the background
 * @param examineEvery how long after one examination in the background the next begins
 */
@Validated
@ConfigurationProperties("holdfast.doctor")
public record DoctorProperties(
    @NotNull @DurationMin(millis = 1) @DefaultValue("15s") Duration timeLimit,
    @NotNull @DurationMin(millis = 1) @DefaultValue("3s") Duration readinessLimit,
    @NotNull @DurationMin(millis = 1) @DefaultValue("5s") Duration readinessMaxAge,
    @NotNull @DurationMin(millis = 1) @DefaultValue("60s") Duration dependenciesMaxAge,
    @NotNull @DurationMin(millis = 1) @DefaultValue("5m") Duration examineEvery) {}
