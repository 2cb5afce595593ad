package dev.holdfast.teams;

import dev.holdfast.teams.gate.Refusals;
import dev.holdfast.teams.gate.Throttle;
import dev.holdfast.teams.gate.TokenRules;
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
  Connector connector(
      TeamsProperties properties, BotTokens tokens, ServiceHosts hosts, ConnectorAnswers answers) {
    return new Connector(http(properties), tokens, hosts, answers);
  }

  /** What a token of the cloud's Bot Framework must say. */
  @Bean
  @Profile("!local")
  TokenRules tokenRules(TeamsProperties properties) {
    return new TokenRules(properties.appId(), properties.issuer(), properties.openidMetadataUrl());
  }

  @Bean
  Refusals refusals(MeterRegistry meters, Clock clock) {
    return new Refusals(meters, clock);
  }

  @Bean
  Pacer pacer(TeamsProperties properties, Pause pause) {
    return new Pacer(properties.limits().sendsPerSecond(), System::nanoTime, pause);
  }

  @Bean
  Pause pause() {
    return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
  }

  @Bean
  OtherHost otherHost(ServiceHosts hosts, ConversationStore conversations) {
    return new OtherHost(hosts, conversations, GCC);
  }

  @Bean
  Throttle throttle(TeamsProperties properties) {
    var limits = properties.limits();
    return new Throttle(
        limits.perConversation(), limits.perSender(), limits.searchesPerSender(), System::nanoTime);
  }

  /** The connector of the Playground asks for no token. */
  @Bean
  @Profile("local")
  static BotTokens noTokens() {
    return Optional::empty;
  }

  static ConnectorHttp http(TeamsProperties properties) {
    return new ConnectorHttp(properties.connectTimeout(), properties.readTimeout());
  }
}
