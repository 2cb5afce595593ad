package dev.holdfast.api.local;

import com.nimbusds.jose.jwk.JWKSet;
import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.auth.ApiKeys;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The profile local takes tokens of its own, and no others. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@OnlyWithApi
class LocalTokenConfiguration {

  static final String TOKENS = "/local/oauth2/v2.0/token";

  @Bean
  static LocalKey localKey() {
    return new LocalKey();
  }

  @Bean
  static ApiKeys apiKeys(LocalKey key) {
    return new ApiKeys(
        (wanted, context) -> wanted.select(new JWKSet(key.pair().toPublicJWK())),
        Set.of(LocalKey.ISSUER));
  }

  @Bean
  @Order(0)
  static SecurityFilterChain localTokens(HttpSecurity http) {
    return http.securityMatcher(TOKENS)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
