package dev.holdfast.teams;

import dev.holdfast.doctor.EndpointProbe;
import dev.holdfast.messaging.LanguageProperties;
import dev.holdfast.notification.store.AddressUsageRepository;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.retention.RetentionProperties;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.outbound.BotTokenSettings;
import dev.holdfast.teams.outbound.OutboundRateLimiter;
import dev.holdfast.teams.settings.ConnectorProperties;
import dev.holdfast.teams.settings.TeamsProperties;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeTeams;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;

/** The edge to Teams alone, on a port of its own, with a scripted chat behind it. */
public final class TeamsSlice implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final URI endpoint;

  private TeamsSlice(ConfigurableApplicationContext context) {
    this.context = context;
    var port = ((WebServerApplicationContext) context).getWebServer().getPort();
    endpoint = URI.create("http://127.0.0.1:" + port + "/api/messages");
  }

  public static TeamsSlice start(FakeTeams teams) {
    return start(teams, Databases.H2);
  }

  public static TeamsSlice start(FakeTeams teams, Databases database, String... settings) {
    var slice = new TeamsSlice(run(database, "local", "127.0.0.1", settings));
    teams.talksTo(slice.endpoint);
    return slice;
  }

  /** With the token check, as in production. */
  public static TeamsSlice closed(FakeTeams teams, Map<String, String> settings) {
    return closed(teams, settings, Clock.systemUTC());
  }

  /** The same with a clock in the test's hands. */
  static TeamsSlice closed(FakeTeams teams, Map<String, String> settings, Clock clock) {
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--holdfast.teams." + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    var slice = new TeamsSlice(run(Databases.H2, "closed", "127.0.0.1", clock, arguments));
    teams.talksTo(slice.endpoint);
    return slice;
  }

  static ConfigurableApplicationContext run(
      Databases database, String profile, String address, String... settings) {
    return run(database, profile, address, Clock.systemUTC(), settings);
  }

  private static ConfigurableApplicationContext run(
      Databases database, String profile, String address, Clock clock, String... settings) {
    var arguments = new ArrayList<>(database.fresh().arguments());
    arguments.add("--server.port=0");
    arguments.add("--server.address=" + address);
    arguments.add("--db-scheduler.enabled=false");
    arguments.add("--spring.flyway.enabled=false");
    arguments.add("--holdfast.teams.read-timeout=500ms");
    arguments.add("--holdfast.teams.limits.per-conversation=1000000");
    arguments.add("--holdfast.teams.limits.per-sender=1000000");
    arguments.add("--holdfast.teams.limits.searches-per-sender=1000000");
    arguments.add("--management.endpoint.health.validate-group-membership=false");
    arguments.addAll(List.of(settings));
    return new SpringApplicationBuilder(Slice.class)
        .initializers(
            (GenericApplicationContext context) -> {
              context.registerBean(Clock.class, () -> clock);
              context.registerBean(Traces.class, Traces::off);
            })
        .profiles(profile)
        .run(arguments.toArray(String[]::new));
  }

  public URI endpoint() {
    return endpoint;
  }

  public ScriptedChat chat() {
    return context.getBean(ScriptedChat.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  @EnableAutoConfiguration
  @ComponentScan
  @EnableConfigurationProperties({
    LanguageProperties.class,
    TeamsProperties.class,
    TeamsTrustProperties.class,
    ConnectorProperties.class,
    BotTokenSettings.class,
    RetentionProperties.class
  })
  static class Slice {

    /** Each look at the time is a minute later, so nobody waits. */
    @Bean
    @Primary
    OutboundRateLimiter hurried() {
      var minutes = new AtomicLong();
      return new OutboundRateLimiter(
          50, () -> Duration.ofMinutes(minutes.incrementAndGet()).toNanos(), wait -> {});
    }

    @Bean
    EndpointProbe reach() {
      return new EndpointProbe();
    }

    @Bean
    AddressUsageRepository addressUse() {
      return Mockito.mock(AddressUsageRepository.class);
    }

    @Bean
    ApproversChannel approversChannel() {
      return Mockito.mock(ApproversChannel.class);
    }

    @Bean
    SubscriptionRepository subscriptions() {
      return Mockito.mock(SubscriptionRepository.class);
    }

    @Bean
    ScriptedMissedMessages missedMessages() {
      return new ScriptedMissedMessages();
    }

    @Bean
    public ScriptedChat chat() {
      return new ScriptedChat();
    }
  }
}
