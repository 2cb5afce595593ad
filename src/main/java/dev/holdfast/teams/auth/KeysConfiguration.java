package dev.holdfast.teams.auth;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Wires the signing keys. In the profile {@code local} nobody is asked for a token. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

  /** For one of two requests; both and one repetition fit into what Teams waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Not only for the web: the doctor reads it too. */
  @Bean
  @Profile("!local")
  SigningKeySource keyDirectory(TokenRequirements rules) {
    return new OpenIdSigningKeySource(http(), rules.metadata());
  }

  @Bean
  @Profile("!local")
  @ConditionalOnWebApplication
  SigningKeyCache signingKeyCache(SigningKeySource directory, Clock clock) {
    return new SigningKeyCache(
        directory, clock, Executors.newSingleThreadExecutor(SigningKeysKeeper::thread));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @Profile("!local")
  @ConditionalOnWebApplication
  SigningKeysKeeper signingKeysKeeper(SigningKeyCache keys) {
    return new SigningKeysKeeper(keys);
  }

  @Bean("signingKeys")
  @Profile("!local")
  @ConditionalOnWebApplication
  HealthIndicator signingKeysHealth(SigningKeyCache keys) {
    return new SigningKeysHealth(keys);
  }

  /** The readiness group names it in every profile. */
  @Bean("signingKeys")
  @Profile("local")
  HealthIndicator noSigningKeysNeeded() {
    return () -> Health.up().build();
  }

  private static RestClient http() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
    requests.setReadTimeout(PATIENCE);
    return RestClient.builder().requestFactory(requests).build();
  }
}
