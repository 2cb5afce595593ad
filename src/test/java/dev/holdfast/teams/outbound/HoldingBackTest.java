package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.TeamsConfiguration;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeFault;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a refused call means for the calls after it. */
class HoldingBackTest {

  private static final Optional<Duration> SEVEN = Optional.of(Duration.ofSeconds(7));

  private final AtomicLong nanos = new AtomicLong();
  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final OutboundRateLimiter pacer = new OutboundRateLimiter(50, nanos::get, wait -> {});

  @Test
  void nothingMoreGoesToAConversationThatIsThrottledUntilItsTime() {
    pacer.hold("one", SEVEN);

    assertThat(refused("one")).isEqualTo(SEVEN);
    assertThatCode(() -> pacer.turn(OutboundRateLimiter.Limit.SEND, "another"))
        .doesNotThrowAnyException();
    nanos.addAndGet(Duration.ofSeconds(7).toNanos());
    assertThatCode(() -> pacer.turn(OutboundRateLimiter.Limit.SEND, "one"))
        .doesNotThrowAnyException();
  }

  @Test
  void twoConversationsThatAreThrottledAtOnceHoldEverythingBack() {
    pacer.hold("one", SEVEN);
    pacer.hold("another", Optional.of(Duration.ofSeconds(3)));

    assertThat(refused("a third")).contains(Duration.ofSeconds(3));
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThatCode(() -> pacer.turn(OutboundRateLimiter.Limit.SEND, "a third"))
        .doesNotThrowAnyException();
    assertThat(refused("one")).contains(Duration.ofSeconds(4));
  }

  @Test
  void aConversationThatIsThrottledAfterAnothersTimeIsOverHoldsItselfBackOnly() {
    pacer.hold("one", SEVEN);
    nanos.addAndGet(Duration.ofSeconds(8).toNanos());
    pacer.hold("another", Optional.empty());

    assertThat(refused("another")).contains(Duration.ofSeconds(2));
    assertThatCode(() -> pacer.turn(OutboundRateLimiter.Limit.SEND, "a third"))
        .doesNotThrowAnyException();
  }

  @Test
  void theWrongHostIsLeftOnceForTheOtherAndThatIsRemembered() {
    try (var wrong = FakeTeams.start();
        var right = FakeTeams.start()) {
      var chat = right.personal(right.person("Alex Wilber"));
      var store = store(wrong, chat);
      wrong.fails(FakeFault.of(403, "InvalidBotApiHost"), 1);

      dispatch(store, right.serviceUrl()).post(chat.id(), line(wrong), "{\"text\":\"Here.\"}");

      assertThat(chat.messages()).hasSize(1);
      assertThat(store.line(chat.id()).orElseThrow().serviceUrl()).isEqualTo(right.serviceUrl());
    }
  }

  @Test
  void aHostThatIsNotAllowedIsNotCalledWhateverTeamsSays() {
    try (var wrong = FakeTeams.start()) {
      var chat = wrong.personal(wrong.person("Alex Wilber"));
      var store = store(wrong, chat);
      wrong.fails(FakeFault.of(403, "InvalidBotApiHost"), 1);

      var failure =
          catchThrowableOfType(
              ConnectorException.class,
              () -> dispatch(store, "https://evil.example").post(chat.id(), line(wrong), "{}"));

      assertThat(failure.code()).isEqualTo("InvalidBotApiHost");
      assertThat(wrong.calls()).hasSize(1);
      assertThat(store.line(chat.id()).orElseThrow().serviceUrl()).isEqualTo(wrong.serviceUrl());
    }
  }

  @Test
  void somebodyOfTheTenantWhoIsHeardEndsItsRest() {
    var stops = new DeliveryBlocks(clock);
    var line =
        new ConnectorEndpoint("", Optional.of("a tenant"), Optional.empty(), Optional.empty());
    stops.refused(line, new ConnectorException(403, "BotDisabledByAdmin", "", Optional.empty()));
    var held = catchThrowableOfType(DeliveryException.class, () -> stops.check(line));

    stops.heard(line);

    assertThat(held.retryAfter()).contains(DeliveryBlocks.REST);
    assertThatCode(() -> stops.check(line)).doesNotThrowAnyException();
  }

  @Test
  void aBlockThatStandsInTheMessageIsReadAsOne() {
    var body =
        "{\"errorCode\":209,\"message\":\"{\\\"subCode\\\": \\\"MessageWritesBlocked\\\"}\"}";

    var failure =
        catchThrowableOfType(
            ConnectorException.class,
            () ->
                new ConnectorResponseParser(clock)
                    .success(
                        403,
                        HttpHeaders.of(Map.of(), (name, value) -> true),
                        body.getBytes(StandardCharsets.UTF_8)));

    assertThat(failure.code()).isEqualTo("MessageWritesBlocked");
  }

  private Optional<Duration> refused(String conversation) {
    var failure =
        catchThrowableOfType(
            DeliveryException.class,
            () -> pacer.turn(OutboundRateLimiter.Limit.SEND, conversation));
    assertThat(failure.reason()).isEqualTo(Reason.NOT_YET);
    return failure.retryAfter();
  }

  private ConnectorGateway dispatch(ConversationRepository store, String other) {
    var hosts = Fixtures.HOSTS;
    return new ConnectorGateway(
        new ConnectorClient(
            TeamsConfiguration.http(Fixtures.CONNECTOR, Traces.off()),
            Optional::empty,
            hosts,
            new ConnectorResponseParser(clock)),
        pacer,
        new DeliveryBlocks(clock),
        new ConnectorHostFallback(hosts, store, other),
        new OutboundMetrics(new SimpleMeterRegistry()));
  }

  private ConversationRepository store(FakeTeams teams, FakeConversation chat) {
    var store =
        new ConversationRepository(JdbcClient.create(Databases.H2.fresh().dataSource()), clock);
    store.opened(chat.id(), line(teams));
    return store;
  }

  private static ConnectorEndpoint line(FakeTeams teams) {
    return new ConnectorEndpoint(
        teams.serviceUrl(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
