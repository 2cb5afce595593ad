package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.settings.ConnectorProperties;
import dev.holdfast.teams.settings.TeamsProperties;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the line on which to call: as Teams last gave it, or as the bot was last spoken to by
 * anybody, or as configured.
 */
@Component
public class ConnectorEndpointResolver {

  private final ConversationRepository conversations;
  private final TeamsProperties properties;
  private final ConnectorProperties connector;

  public ConnectorEndpointResolver(
      ConversationRepository conversations,
      TeamsProperties properties,
      ConnectorProperties connector) {
    this.conversations = conversations;
    this.properties = properties;
    this.connector = connector;
  }

  /**
   * The line to a conversation or one of its threads.
   *
   * @throws DeliveryException if nobody has ever spoken to the bot and nothing is configured
   */
  ConnectorEndpoint to(String conversation) {
    return conversations.line(InboundActivity.rootOf(conversation)).orElseGet(this::general);
  }

  /** The line to nobody in particular. */
  public ConnectorEndpoint general() {
    return conversations
        .latestLine()
        .map(this::withConfigured)
        .or(this::configured)
        .orElseThrow(
            () ->
                new DeliveryException(
                    DeliveryException.Reason.UNREACHABLE,
                    "Teams has not called Holdfast yet, so there is no address to send to:"
                        + " write to Holdfast once, or set holdfast.teams.service-url",
                    Optional.empty()));
  }

  private ConnectorEndpoint withConfigured(ConnectorEndpoint line) {
    return new ConnectorEndpoint(
        line.serviceUrl(),
        line.tenantId().or(() -> Optional.ofNullable(properties.tenantId())),
        line.botId().or(this::botId),
        line.botName());
  }

  private Optional<ConnectorEndpoint> configured() {
    return Optional.ofNullable(connector.serviceUrl())
        .map(url -> url.toString().replaceAll("/+$", ""))
        .map(
            url ->
                new ConnectorEndpoint(
                    url, Optional.ofNullable(properties.tenantId()), botId(), Optional.empty()));
  }

  /** Teams puts 28: before the application id of a bot. */
  private Optional<String> botId() {
    return Optional.ofNullable(properties.appId()).map(id -> "28:" + id);
  }
}
