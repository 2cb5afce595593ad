package dev.holdfast.teams;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bot's own registration and its lines to Teams.
 *
 * @param appId the bot's application id; until the token check is there, only used to name the bot
 *     in a conversation that it opens itself
 * @param tenantId the tenant in which the bot opens conversations, where none is known from what
 *     Teams sent
 * @param serviceHosts the hosts that may be a service URL. Whatever is not listed is neither
 *     listened to nor called, because a bearer token goes along with each call. Plain http is
 *     accepted from loopback only
 * @param serviceUrl where to call before anybody has spoken to the bot
 * @param connectTimeout for one call to the connector
 * @param readTimeout for one call to the connector; a click must be answered within ten seconds,
 *     the update of its card included
 * @param bodyLimit the largest activity that is read; Teams sends at most 100 KB
 */
@Validated
@ConfigurationProperties("holdfast.teams")
record TeamsProperties(
    @Nullable String appId,
    @Nullable String tenantId,
    @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) @NotEmpty List<String> serviceHosts,
    @Nullable URI serviceUrl,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("6s") @NotNull @DurationMin(millis = 1) Duration readTimeout,
    @DefaultValue("256KB") @NotNull DataSize bodyLimit) {}
