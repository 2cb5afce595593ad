package dev.holdfast.teams;

import dev.holdfast.teams.AllowedServiceHosts;
import dev.holdfast.teams.BotTokenProvider;
import dev.holdfast.teams.ConnectorClient;
import dev.holdfast.teams.ConnectorHostFallback;
import dev.holdfast.teams.ConnectorHttp;
import dev.holdfast.teams.ConnectorResponseParser;
import dev.holdfast.teams.ConversationRepository;
import dev.holdfast.teams.OutboundRateLimiter;
import dev.holdfast.teams.Pause;
import dev.holdfast.teams.TeamsProperties;

import dev.holdfast.teams.gate.InboundRateLimiter;
import dev.holdfast.teams.gate.RejectionMetrics;
import dev.holdfast.teams.gate.TokenRequirements;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The line to the connector. */
@Configuration(proxyBeanMethods = false)
class TeamsConfiguration {

  /** Facts B6. */
  private static final String GCC = "https://smba.infra.gcc.teams.microsoft.com/teams";

  /** The client is no bean of its own: others have theirs, with other limits. */
  @Bean
  ConnectorClient connector(
      TeamsProperties properties,
      BotTokenProvider tokens,
      AllowedServiceHosts hosts,
      ConnectorResponseParser answers) {
    return new ConnectorClient(http(properties), tokens, hosts, answers);
  }

  /** What a token of the cloud's Bot Framework must say. */
  @Bean
  @Profile("!local")
  TokenRequirements tokenRules(TeamsProperties properties) {
    return new TokenRequirements(
        properties.appId(), properties.issuer(), properties.openidMetadataUrl());
  }

  @Bean
  RejectionMetrics refusals(MeterRegistry meters, Clock clock) {
    return new RejectionMetrics(meters, clock);
  }

  @Bean
  OutboundRateLimiter pacer(TeamsProperties properties, Pause pause) {
    return new OutboundRateLimiter(properties.limits().sendsPerSecond(), System::nanoTime, pause);
  }

  @Bean
  Pause pause() {
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

  static ConnectorHttp http(TeamsProperties properties) {
    return new ConnectorHttp(properties.connectTimeout(), properties.readTimeout());
  }
}
