package dev.holdfast.platform.http;

import dev.holdfast.platform.AccessTokens;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.platform.ServicePrincipal;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.client.RestClient;

/**
 * The two clients that share connections and tokens: each sends its token to hosts of its own only.
 *
 * @param admin for the admin API
 * @param dataverse for the Dataverse of single environments
 */
public record AdminClients(AdminHttp admin, AdminHttp dataverse) {

  /**
   * @param pause how a read waits before it tries again
   */
  public static AdminClients open(
      PlatformProperties properties,
      RestClient.Builder builder,
      AccessTokens tokens,
      Clock clock,
      Pause pause) {
    RestClient client =
        builder.clone().requestFactory(Connections.open(properties.timeouts())).build();
    ReadRetry retry =
        new ReadRetry(
            pause,
            () -> ThreadLocalRandom.current().nextDouble(),
            clock,
            properties.timeouts().retry());
    AllowedHosts admin = new AllowedHosts(properties.baseUrl(), properties.allowedHosts());
    AllowedHosts dataverse = new AllowedHosts(properties.baseUrl(), properties.dataverseHosts());
    ServicePrincipal asker = ServicePrincipal.of(properties);
    return new AdminClients(
        new AdminHttp(client, tokens, admin, retry, clock, asker),
        new AdminHttp(client, tokens, dataverse, retry, clock, asker));
  }
}
