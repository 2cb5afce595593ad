package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.ServicePrincipal;
import dev.holdfast.support.Sleeper;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.client.RestClient;

/**
 * The two clients that share connections and tokens: each sends its token to hosts of its own only.
 *
 * @param admin for the admin API
 * @param dataverse for the Dataverse of single environments
 */
public record AdminApiHttpClients(AdminApiHttpClient admin, AdminApiHttpClient dataverse) {

  /**
   * @param pause how a read waits before it tries again
   */
  public static AdminApiHttpClients open(
      AdminApiProperties properties,
      RestClient.Builder builder,
      AccessTokenProvider tokens,
      Clock clock,
      Sleeper pause) {
    RestClient client =
        builder.clone().requestFactory(HttpConnectionFactory.open(properties.timeouts())).build();
    ReadRetryPolicy retry =
        new ReadRetryPolicy(
            pause,
            () -> ThreadLocalRandom.current().nextDouble(),
            clock,
            properties.timeouts().retry());
    AllowedHosts admin = new AllowedHosts(properties.baseUrl(), properties.allowedHosts());
    AllowedHosts dataverse = new AllowedHosts(properties.baseUrl(), properties.dataverseHosts());
    ServicePrincipal asker = ServicePrincipal.of(properties);
    return new AdminApiHttpClients(
        new AdminApiHttpClient(client, tokens, admin, retry, clock, asker),
        new AdminApiHttpClient(client, tokens, dataverse, retry, clock, asker));
  }
}
