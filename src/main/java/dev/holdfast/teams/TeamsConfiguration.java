package dev.holdfast.teams;

import dev.holdfast.support.Sleeper;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.auth.InboundRateLimiter;
import dev.holdfast.teams.auth.RejectionMetrics;
import dev.holdfast.teams.auth.TokenRequirements;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.outbound.BotTokenProvider;
import dev.holdfast.teams.outbound.ConnectorClient;
import dev.holdfast.teams.outbound.ConnectorHostFallback;
import dev.holdfast.teams.outbound.ConnectorHttp;
import dev.holdfast.teams.outbound.ConnectorResponseParser;
import dev.holdfast.teams.outbound.OutboundRateLimiter;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import dev.holdfast.teams.settings.ConnectorProperties;
import dev.holdfast.teams.settings.TeamsProperties;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The line to the connector. */
@Configuration(proxyBeanMethods = false)
public class TeamsConfiguration {

  /** Facts B6. */
  private static final String GCC = "https://smba.infra.gcc.teams.microsoft.com/teams";

  /** The client is no bean of its own: others have theirs, with other limits. */
  @Bean
  ConnectorClient connector(
      ConnectorProperties properties,
      BotTokenProvider tokens,
      AllowedServiceHosts hosts,
      ConnectorResponseParser answers,
      Traces traces) {
    return new ConnectorClient(http(properties, traces), tokens, hosts, answers);
  }

  /** What a token of the cloud's Bot Framework must say. */
  @Bean
  @Profile("!local")
  TokenRequirements tokenRules(TeamsProperties properties, TeamsTrustProperties trust) {
    return new TokenRequirements(properties.appId(), trust.issuer(), trust.openidMetadataUrl());
  }

  @Bean
  RejectionMetrics refusals(MeterRegistry meters, Clock clock) {
    return new RejectionMetrics(meters, clock);
  }

  @Bean
  OutboundRateLimiter pacer(TeamsProperties properties, Sleeper pause) {
    return new OutboundRateLimiter(properties.limits().sendsPerSecond(), System::nanoTime, pause);
  }

  @Bean
  Sleeper pause() {
    return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
  }

  @Bean
  ConnectorHostFallback otherHost(AllowedServiceHosts hosts, ConversationRepository conversations) {
    return new ConnectorHostFallback(hosts, conversations, GCC);
  }

  @Bean
  InboundRateLimiter throttle(TeamsProperties properties) {
    var limits = properties.limits();
    return new InboundRateLimiter(
        limits.perConversation(), limits.perSender(), limits.searchesPerSender(), System::nanoTime);
  }

  /** The connector of the Playground asks for no token. */
  @Bean
  @Profile("local")
  static BotTokenProvider noTokens() {
    return Optional::empty;
  }

  public static ConnectorHttp http(ConnectorProperties properties, Traces traces) {
    return new ConnectorHttp(properties.connectTimeout(), properties.readTimeout(), traces);
  }
}
