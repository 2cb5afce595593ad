package dev.holdfast.platform.ppapi;

import dev.holdfast.platform.AccessTokens;
import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.platform.dataverse.FinOpsDetails;
import dev.holdfast.platform.http.AdminClients;
import dev.holdfast.platform.http.Pause;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Puts the Power Platform API behind the port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "holdfast.platform.api", havingValue = "ppapi")
class PpapiConfiguration {

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
    AdminClients clients = AdminClients.open(properties, builder, tokens, clock, pause);
    return new PpapiAdminApi(
        clients.admin(),
        new PpapiRoutes(properties.baseUrl()),
        properties.audience(),
        new FinOpsDetails(clients.dataverse()),
        properties.dryRun());
  }
}
