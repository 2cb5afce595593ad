package dev.holdfast.teams.settings;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the connector of Teams is called.
 *
 * @param serviceUrl where to call before anybody has spoken to the bot
 * @param connectTimeout for one call to the connector
 * @param readTimeout for one call to the connector; a click must be answered within ten seconds,
 *     the update of its card included
 */
@Validated
@ConfigurationProperties("holdfast.teams")
public record ConnectorProperties(
    @Nullable URI serviceUrl,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("6s") @NotNull @DurationMin(millis = 1) Duration readTimeout) {}
