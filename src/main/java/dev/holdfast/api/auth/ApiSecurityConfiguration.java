package dev.holdfast.api.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.holdfast.api.ApiMetrics;
import dev.holdfast.api.ApiProperties;
import dev.holdfast.api.Caller;
import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.request.Person;
import dev.holdfast.support.ShortText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import tools.jackson.databind.json.JsonMapper;

/** Who may call the HTTP API, in every profile: an application with a token and an app role. */
@Configuration(proxyBeanMethods = false)
@OnlyWithApi
class ApiSecurityConfiguration {

  private static final String PATHS = "/api/v1/**";
  private static final String CREATE = "Requests.Create";
  private static final String READ = "Requests.Read";
  private static final int LONGEST_NAME = 100;

  @Bean
  @Profile("!local")
  static ApiKeys apiKeys(ApiProperties settings) {
    return EntraKeys.of(settings);
  }

  @Bean
  @Order(0)
  SecurityFilterChain api(
      HttpSecurity http,
      ApiProperties settings,
      ApiKeys keys,
      JsonMapper json,
      Clock clock,
      ApiMetrics metrics) {
    ProblemWriter problems = new ProblemWriter(json, metrics);
    return stateless(http.securityMatcher(PATHS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET, PATHS)
                    .hasAuthority(READ)
                    .anyRequest()
                    .hasAuthority(CREATE))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems)
                    .withObjectPostProcessor(answersThatItCannotCheck(problems))
                    .jwt(
                        jwt ->
                            jwt.decoder(decoder(settings, keys, clock))
                                .jwtAuthenticationConverter(token -> caller(token, settings))))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .addFilterBefore(new CallCountFilter(metrics), DisableEncodeUrlFilter.class)
        .addFilterBefore(
            new CallRateFilter(settings.callsPerMinute(), problems), AuthorizationFilter.class)
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /** RS256 with a published key, whatever else the header asks for. */
  static JwtDecoder decoder(ApiProperties settings, ApiKeys keys, Clock clock) {
    DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    signatures.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.source()));
    signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // all claims are checked below
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
    decoder.setJwtValidator(new ApiTokenRules(settings, keys.issuers(), clock));
    return decoder;
  }

  static ApiCaller caller(Jwt token, ApiProperties settings) {
    String id = ApiTokenRules.objectId(token);
    String name =
        Stream.of(
                settings.nameOf(id),
                Optional.of(ApiTokenRules.text(token, "app_displayname")),
                Optional.of(ApiTokenRules.text(token, "azp")),
                Optional.of(ApiTokenRules.text(token, "appid")))
            .flatMap(Optional::stream)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(id);
    return new ApiCaller(
        token,
        roles(token),
        new Caller(Person.application(id, ShortText.beginning(name, LONGEST_NAME))));
  }

  private static Collection<GrantedAuthority> roles(Jwt token) {
    return token.getClaims().get("roles") instanceof Collection<?> roles
        ? roles.stream()
            .filter(role -> role.equals(READ) || role.equals(CREATE))
            .<GrantedAuthority>map(role -> new SimpleGrantedAuthority((String) role))
            .toList()
        : List.of();
  }

  /** Spring Security would let the container answer 500 when a token can't be checked. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answersThatItCannotCheck(
      ProblemWriter problems) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(problems::commence);
        return filter;
      }
    };
  }
}
