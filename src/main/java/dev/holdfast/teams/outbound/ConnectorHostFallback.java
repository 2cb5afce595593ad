package dev.holdfast.teams.outbound;

import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where to call once more when Teams says that the host was the wrong one, which for a tenant of
 * GCC the public one is (facts B6).
 */
public final class ConnectorHostFallback {

  private static final Logger log = LoggerFactory.getLogger(ConnectorHostFallback.class);
  private static final String WRONG_HOST = "InvalidBotApiHost";

  private final AllowedServiceHosts hosts;
  private final ConversationRepository conversations;
  private final String url;

  /**
   * @param url the service URL of the other host, used only where it is among the hosts
   */
  public ConnectorHostFallback(
      AllowedServiceHosts hosts, ConversationRepository conversations, String url) {
    this.hosts = hosts;
    this.conversations = conversations;
    this.url = url;
  }

  /** Teams has done nothing where it says that the host is wrong, so that nothing is repeated. */
  <T> T call(ConnectorEndpoint line, Function<ConnectorEndpoint, T> call) {
    try {
      return call.apply(line);
    } catch (ConnectorException e) {
      if (!WRONG_HOST.equals(e.code()) || line.serviceUrl().equals(url) || !hosts.trusts(url)) {
        throw e;
      }
      log.info("Teams says that {} is the wrong host; calling {}", line.serviceUrl(), url);
      return call.apply(new ConnectorEndpoint(url, line.tenantId(), line.botId(), line.botName()));
    }
  }

  /** Keeps for a conversation the host that took the call, where it is not the one that it had. */
  void remember(String conversation, ConnectorEndpoint had, ConnectorEndpoint took) {
    if (!had.serviceUrl().equals(took.serviceUrl())) {
      conversations.moved(conversation, took.serviceUrl());
    }
  }
}
