package dev.holdfast.platform.http;

import dev.holdfast.platform.AccessTokens;
import dev.holdfast.platform.PlatformProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The clients with which either implementation of the port calls. */
@Configuration(proxyBeanMethods = false)
public class AdminClientsConfiguration {

  @Bean
  AdminClients adminClients(
      PlatformProperties properties,
      RestClient.Builder builder,
      AccessTokens tokens,
      ObjectProvider<Clock> clock) {
    return AdminClients.open(
        properties,
        builder,
        tokens,
        clock.getIfAvailable(Clock::systemUTC),
        time -> Thread.sleep(time.toMillis()));
  }
}
