package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a token is handed out, and who asks for the next one. */
class EntraTokenProviderTest {

  private static final String OTHER = "https://contoso.crm.dynamics.com";

  private final Login login = new Login();
  private final SettableClock clock = new SettableClock(Instant.now());
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final EntraTokenProvider tokens = login.tokens(Login.secret(), clock, background::add);

  @AfterEach
  void close() {
    login.close();
  }

  @Test
  void areSharedUntilFiveMinutesBeforeTheirEnd() {
    login.gives("first");

    assertThat(bearer()).isEqualTo("first");
    clock.advance(Duration.ofMinutes(84));
    assertThat(bearer()).isEqualTo("first");

    assertThat(login.calls()).isEqualTo(1);
    assertThat(background).isEmpty();
  }

  @Test
  void areRenewedBehindTheCallersBack() {
    login.gives("first").gives("second");
    bearer();
    clock.advance(Duration.ofMinutes(86));

    assertThat(bearer()).isEqualTo("first");
    assertThat(bearer()).isEqualTo("first");
    assertThat(background).hasSize(1);
    background.remove().run();

    assertThat(bearer()).isEqualTo("second");
    assertThat(login.calls()).isEqualTo(2);
  }

  @Test
  void keepTheOldOneWhileTheRenewalFails() {
    login.gives("first").refuses(7000215, "Wrong.").gives("second");
    bearer();
    clock.advance(Duration.ofMinutes(86));
    bearer();
    background.remove().run();

    assertThat(bearer()).isEqualTo("first");
    assertThat(background).as("no request within the pause").isEmpty();
    clock.advance(Duration.ofSeconds(16));
    assertThat(bearer()).isEqualTo("first");
    background.remove().run();
    assertThat(bearer()).isEqualTo("second");
  }

  @Test
  void failOnlyWhenNothingValidIsLeft() {
    login.gives("first").refuses(7000222, "Expired.");
    bearer();
    clock.advance(Duration.ofSeconds(89 * 60 + 5));

    assertThat(failure(Login.AUDIENCE).code()).contains("AADSTS7000222");
  }

  @Test
  void followTheHintOfEntraId() {
    login
        .answers(
            200,
            "{\"token_type\":\"Bearer\",\"expires_in\":86400,\"refresh_in\":43200,"
                + "\"access_token\":\"first\"}")
        .gives("second");
    bearer();
    clock.advance(Duration.ofHours(13));
    bearer();
    assertThat(background).hasSize(1);
  }

  @Test
  void ofAShortLifeAreNotRenewedAllTheTime() {
    login.gives("first", Duration.ofMinutes(4));
    bearer();
    clock.advance(Duration.ofSeconds(100));
    bearer();
    assertThat(background).isEmpty();
  }

  @Test
  void areAskedForOnceHoweverManyWait() throws Exception {
    login.gives("first");
    assertThat(together(IntStream.range(0, 16).mapToObj(i -> Login.AUDIENCE).toList()))
        .containsOnly("first");
    assertThat(login.calls()).isEqualTo(1);
  }

  @Test
  void ofDifferentAudiencesAreAskedForSideBySide() {
    login.server.staysSilent();
    login.gives("other");
    Thread waiting = new Thread(() -> failure(Login.AUDIENCE));
    waiting.start();
    await().until(() -> login.calls() == 1);

    assertThat(tokens.bearer(OTHER)).isEqualTo("other");
    assertThat(waiting.isAlive()).isTrue();
  }

  @Test
  void areNotHandedOutAgainOnceRefused() {
    login.gives("first").gives("second");
    bearer();
    tokens.refused(Login.AUDIENCE, "first");
    assertThat(bearer()).isEqualTo("second");
  }

  @Test
  void areKeptWhenAnOlderOneIsRefused() {
    login.gives("first");
    bearer();
    tokens.refused(Login.AUDIENCE, "older");
    assertThat(bearer()).isEqualTo("first");
    assertThat(login.calls()).isEqualTo(1);
  }

  @Test
  void thatWereRefusedAreNotTakenAgainAtOnce() {
    login.gives("first").gives("first").gives("first");
    bearer();
    tokens.refused(Login.AUDIENCE, "first");
    assertThat(failure(Login.AUDIENCE)).hasMessageContaining("once more the one that was refused");
    clock.advance(Duration.ofSeconds(61));
    assertThat(bearer()).as("the refusal may have been a hiccup").isEqualTo("first");
  }

  @Test
  void failuresAreToldToAllForAWhileWithoutAskingAgain() {
    login.refuses(7000215, "Wrong.").gives("first");
    EntraException first = failure(Login.AUDIENCE);
    assertThat(failure(Login.AUDIENCE)).hasMessage(first.getMessage());
    assertThat(failure(OTHER)).as("a secret is as wrong for any audience").isNotNull();
    assertThat(login.calls()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(16));
    assertThat(bearer()).isEqualTo("first");
  }

  @Test
  void failuresOfOneAudienceAreItsOwn() {
    login.refuses(500011, "The resource principal was not found.").gives("other");
    failure(Login.AUDIENCE);
    assertThat(tokens.bearer(OTHER)).isEqualTo("other");
    failure(Login.AUDIENCE);
    assertThat(login.calls()).isEqualTo(2);
  }

  @Test
  void waitAsLongAsTheServerAsks() {
    login.server.answers(429, Map.of("Retry-After", "40"));
    login.gives("first");
    assertThat(failure(Login.AUDIENCE).retryAfter()).contains(Duration.ofSeconds(40));
    clock.advance(Duration.ofSeconds(39));
    failure(Login.AUDIENCE);
    clock.advance(Duration.ofSeconds(2));
    assertThat(bearer()).isEqualTo("first");
  }

  @Test
  void areAskedForOnceMoreAfterAStumble() {
    login.server.answers(503);
    login.gives("first");
    assertThat(bearer()).isEqualTo("first");
    login.server.hangsUp();
    login.gives("other");
    assertThat(tokens.bearer(OTHER)).isEqualTo("other");
  }

  @Test
  void areNotAskedForAThirdTime() {
    login.server.answers(503).answers(503);
    login.gives("first");
    assertThat(failure(Login.AUDIENCE))
        .hasMessageContaining("is in trouble (answer 503)")
        .extracting(EntraException::mender)
        .isEqualTo(EntraException.Mender.SERVICE);
    assertThat(login.calls()).isEqualTo(2);
  }

  private String bearer() {
    return tokens.bearer(Login.AUDIENCE);
  }

  private EntraException failure(String audience) {
    return catchThrowableOfType(EntraException.class, () -> tokens.bearer(audience));
  }

  private List<String> together(List<String> audiences) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(audiences.size());
    try {
      List<Callable<String>> calls =
          audiences.stream()
              .map(audience -> (Callable<String>) () -> tokens.bearer(audience))
              .toList();
      List<String> bearers = new ArrayList<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        bearers.add(call.get());
      }
      return bearers;
    } finally {
      threads.shutdownNow();
    }
  }
}
