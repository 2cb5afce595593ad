package dev.holdfast.teams.auth;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call what: the bot's endpoint with a token of the cloud's Bot Framework, the health
 * checks without one, and nothing else at all.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class EndpointSecurityConfiguration {

  static final String MESSAGES = "/api/messages";

  /** Each filter and each check would be timed, for meters that nobody reads. */
  @Bean
  static SecurityObservationSettings notTimed() {
    return SecurityObservationSettings.noObservations();
  }

  /** The one place that opens the endpoint; {@code LoopbackEndpointGuard} keeps it on loopback. */
  @Bean
  @Order(1)
  @Profile("local")
  SecurityFilterChain openMessages(HttpSecurity http) {
    return stateless(http.securityMatcher(MESSAGES))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(1)
  @Profile("!local")
  SecurityFilterChain messages(
      HttpSecurity http,
      TokenRequirements rules,
      SigningKeyCache keys,
      RejectionMetrics refusals,
      Clock clock) {
    RejectionResponder turnedAway = new RejectionResponder(refusals);
    return stateless(http.securityMatcher(MESSAGES))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(turnedAway)
                    .accessDeniedHandler(turnedAway)
                    .withObjectPostProcessor(answersThatItCannotCheck(turnedAway))
                    .jwt(
                        jwt ->
                            jwt.decoder(new TokenDecoderFactory(rules, keys, clock).decoder())
                                .jwtAuthenticationConverter(token -> caller(token, keys))))
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain everythingElse(HttpSecurity http, RejectionMetrics refusals) {
    RejectionResponder turnedAway = new RejectionResponder(refusals);
    return stateless(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**", "/actuator/health", "/error")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
        .build();
  }

  /** No cookie and no session, so there is nothing that another site could make a browser send. */
  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /** Spring Security would let the container answer 500 when a token can't be checked. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answersThatItCannotCheck(
      RejectionResponder turnedAway) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(turnedAway::commence);
        return filter;
      }
    };
  }

  private static AuthenticatedCaller caller(Jwt token, SigningKeyCache keys) {
    String id = String.valueOf(token.getHeaders().get("kid"));
    return new AuthenticatedCaller(token, keys.endorsements(id));
  }
}
