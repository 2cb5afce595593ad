package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.WebhookReceiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each endpoint gets, by its settings and by what it answers. */
@EachDatabase
class WebhookEndpointTests extends OpenWebhooks {

  @TempDir private Path directory;

  WebhookEndpointTests(Databases database) {
    super(database);
  }

  @Test
  void anEndpointThatIsGoneGetsNothingUntilItsEventsAreReleased() {
    receiver.then(410);
    Request request = hooks.submit();
    hooks.work();
    hooks.approve(request);
    hooks.work();

    assertThat(receiver.events()).containsExactly("submitted");
    assertThat(hooks.states()).containsExactly("DEAD", "DEAD");
    assertThat(examined().sentence()).contains("ops answered 410 Gone");
    hooks.parked().releaseAll(WebhookTask.NAME);
    hooks.work();
    hooks.pass(Duration.ofMinutes(2));
    assertThat(receiver.events()).containsExactly("submitted", "submitted", "approved");
    assertThat(examined().state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void anotherAddressIsAnotherEndpoint() {
    receiver.then(410);
    hooks.submit();
    hooks.work();
    open(Hooks.endpoint("ops", receiver.url().resolve("/new"), SECRET));
    hooks.submit();
    hooks.work();

    assertThat(hooks.states()).containsExactly("DEAD", "DELIVERED");
  }

  @Test
  void aSecretIsRotatedInItsFileWithoutARestart() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), SECRET + "\n");
    open(Hooks.endpoint("ops", receiver.url(), file));
    hooks.submit();
    hooks.work();
    String next = WebhookReceiver.secret('b');
    Files.writeString(file, next + "\n" + SECRET + "\n");
    hooks.submit();
    hooks.work();
    Files.writeString(file, next);
    hooks.submit();
    hooks.work();

    assertThat(receiver.received())
        .extracting(one -> one.isSignedWith(SECRET), one -> one.isSignedWith(next))
        .containsExactly(tuple(true, false), tuple(true, true), tuple(false, true));
  }

  @Test
  void withoutAReadableSecretNothingIsSentAndTheDoctorSaysSo() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), SECRET);
    open(Hooks.endpoint("ops", receiver.url(), file));
    hooks.submit();
    Files.writeString(file, "whsec_torn");
    hooks.work();
    assertThat(receiver.received()).isEmpty();
    assertThat(examined().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(examined().sentence()).contains("webhook ops").doesNotContain("torn");
    Files.writeString(file, SECRET);
    hooks.pass(Duration.ofSeconds(10));

    assertThat(receiver.events()).containsExactly("submitted");
  }

  @Test
  void eachEndpointGetsWhatItWants() {
    WebhookProperties.Endpoint all = Hooks.endpoint("all", receiver.url(), SECRET);
    open(
        all,
        Hooks.only(
            Hooks.endpoint("ends", receiver.url(), WebhookReceiver.secret('b')),
            Hooks.only(List.of("cancelled"), List.of(), List.of(), List.of())));
    hooks.cancel(hooks.submit());
    hooks.work();

    assertThat(receiver.events()).containsExactlyInAnyOrder("submitted", "cancelled", "cancelled");
    assertThat(ids(receiver.received()).stream().distinct()).hasSize(2);
  }

  @Test
  void eventsForAnEndpointThatWasRemovedWaitForAWhileAndAreDropped() {
    hooks.submit();
    open();
    hooks.work();
    assertThat(hooks.states()).containsExactly("WAITING");
    assertThat(examined().sentence()).contains("aren't in the settings: ops");
    hooks.pass(TRIED);

    assertThat(hooks.states()).isEmpty();
    assertThat(hooks.scheduled()).isZero();
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void theDoctorSaysThatEventsWaitForLong() {
    open(Hooks.endpoint("ops", URI.create("http://127.0.0.1:1/"), SECRET));
    hooks.submit();
    hooks.work();
    assertThat(examined().state()).isEqualTo(CheckStatus.OK);
    hooks.bench.clock.advance(Duration.ofMinutes(16));

    assertThat(examined().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(examined().sentence()).contains("1 event(s) wait").contains("No answer");
    assertThat(hooks.bench.get(WebhookSupportData.class).lines().toString())
        .contains("ops waiting: 1 No answer: ConnectException");
    assertThat(hooks.measured("holdfast.webhooks.waiting")).isEqualTo(1);
    assertThat(hooks.measured("holdfast.webhooks.age")).isEqualTo(16 * 60);
    assertThat(hooks.bench.get(WebhookBacklog.class).count().trouble())
        .isEqualTo(Optional.of("No answer: ConnectException"));
  }
}
