package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.ServicePrincipal;
import dev.holdfast.adminapi.vocabulary.AnswerScanner;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.support.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.client.RestClient;

/**
 * The two clients that share connections and tokens: each sends its token to hosts of its own only.
 *
 * @param admin for the admin API
 * @param dataverse for the Dataverse of single environments
 * @param names what the admin API reads of the names of environments
 */
public record AdminApiHttpClients(
    AdminApiHttpClient admin, AdminApiHttpClient dataverse, KnownNames names) {

  /**
   * @param pause how a read waits before it tries again
   * @param unknown learns of words in the answers that aren't known
   */
  public static AdminApiHttpClients open(
      AdminApiProperties properties,
      RestClient.Builder builder,
      AccessTokenProvider tokens,
      Clock clock,
      Sleeper pause,
      UnknownWordListener unknown) {
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
    HttpReplies replies =
        new HttpReplies(clock, ServicePrincipal.of(properties), new AnswerScanner(unknown));
    return new AdminApiHttpClients(
        new AdminApiHttpClient(client, tokens, admin, retry, replies),
        new AdminApiHttpClient(client, tokens, dataverse, retry, replies),
        new KnownNames());
  }

  /** The same with names that the other admin API reads, too. */
  AdminApiHttpClients with(KnownNames shared) {
    return new AdminApiHttpClients(admin, dataverse, shared);
  }

  /**
   * Reads of the admin API.
   *
   * @param audience the resource that its tokens are asked for
   */
  public AdminApiReads reads(URI audience) {
    return new AdminApiReads(admin, audience, names);
  }
}
