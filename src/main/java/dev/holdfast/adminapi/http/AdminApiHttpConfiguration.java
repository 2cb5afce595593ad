package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.endpoint.PowerPlatformApiProperties;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.support.RehearsalProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Where the admin APIs are, and the clients with which they are called. */
@Configuration(proxyBeanMethods = false)
public class AdminApiHttpConfiguration {

  @Bean
  static AdminApiEndpoints adminApiEndpoints(
      AdminApiProperties properties, PowerPlatformApiProperties second) {
    return new AdminApiEndpoints(properties, second);
  }

  @Bean
  static AdminApiClients adminApiClients(
      AdminApiEndpoints endpoints,
      RestClient.Builder builder,
      AccessTokenProvider tokens,
      ObjectProvider<Clock> clock,
      ObjectProvider<UnknownWordListener> unknown,
      ObjectProvider<CallMetrics> calls,
      RehearsalProperties mode) {
    calls.ifAvailable(builder::requestInterceptor);
    if (mode.rehearsal()) {
      builder.requestInterceptors(all -> all.add(0, new RehearsalGate()));
    }
    return AdminApiClients.open(
        endpoints,
        builder,
        tokens,
        clock.getIfAvailable(Clock::systemUTC),
        time -> Thread.sleep(time.toMillis()),
        unknown.getIfAvailable(() -> UnknownWordListener.NOBODY));
  }
}
