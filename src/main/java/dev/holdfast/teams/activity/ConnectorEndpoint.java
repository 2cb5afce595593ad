package dev.holdfast.teams.activity;

import java.util.Optional;

/**
 * How to call back: the connector's address and who the bot is there.
 *
 * @param serviceUrl without a slash at its end
 */
public record ConnectorEndpoint(
    String serviceUrl,
    Optional<String> tenantId,
    Optional<String> botId,
    Optional<String> botName) {}
