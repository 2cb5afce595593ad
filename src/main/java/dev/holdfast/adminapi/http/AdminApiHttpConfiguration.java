package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The clients with which either implementation of the port calls. */
@Configuration(proxyBeanMethods = false)
public class AdminApiHttpConfiguration {

  @Bean
  AdminApiHttpClients adminClients(
      AdminApiProperties properties,
      RestClient.Builder builder,
      AccessTokenProvider tokens,
      ObjectProvider<Clock> clock) {
    return AdminApiHttpClients.open(
        properties,
        builder,
        tokens,
        clock.getIfAvailable(Clock::systemUTC),
        time -> Thread.sleep(time.toMillis()));
  }
}
