package dev.holdfast.platform.bap;

import dev.holdfast.platform.AccessTokens;
import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.PlatformProperties;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Puts the BAP implementation behind the port. */
@Configuration(proxyBeanMethods = false)
class BapConfiguration {

  @Bean
  AdminApi adminApi(
      PlatformProperties properties,
      RestClient.Builder builder,
      AccessTokens tokens,
      ObjectProvider<Clock> clock) {
    return adminApi(
        properties,
        builder,
        tokens,
        clock.getIfAvailable(Clock::systemUTC),
        time -> Thread.sleep(time.toMillis()));
  }

  static AdminApi adminApi(
      PlatformProperties properties,
      RestClient.Builder builder,
      AccessTokens tokens,
      Clock clock,
      Pause pause) {
    RestClient client =
        builder.clone().requestFactory(BapConnections.open(properties.timeouts())).build();
    ReadRetry retry = new ReadRetry(pause, () -> ThreadLocalRandom.current().nextDouble());
    AllowedHosts admin = new AllowedHosts(properties.baseUrl(), properties.allowedHosts());
    AllowedHosts dataverse = new AllowedHosts(properties.baseUrl(), properties.dataverseHosts());
    return new BapAdminApi(
        new BapHttp(client, tokens, admin, retry, clock),
        new BapRoutes(properties.baseUrl()),
        properties.audience(),
        new FinOpsDetails(new BapHttp(client, tokens, dataverse, retry, clock)));
  }
}
