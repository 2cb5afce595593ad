package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Request;
import dev.holdfast.support.ParkedTasks.Parked;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.WebhookSchema;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What reaches an endpoint, in which order, and what becomes of what doesn't. */
@EachDatabase
class WebhookDeliveryTests extends OpenWebhooks {

  WebhookDeliveryTests(Databases database) {
    super(database);
  }

  @Test
  void eachEventComesOnceSignedAndInOrder() {
    hooks.cancel(hooks.approve(hooks.submit()));
    hooks.work();

    assertThat(receiver.events()).containsExactly("submitted", "approved", "cancelled");
    assertThat(receiver.received())
        .allSatisfy(
            one -> {
              assertThat(one.isSignedWith(SECRET)).isTrue();
              assertThat(one.id()).isEqualTo(one.event().path("id").asString());
              assertThat(one.seconds()).isEqualTo(hooks.bench.clock.instant().getEpochSecond());
              assertThat(one.type()).isEqualTo("application/cloudevents+json; charset=utf-8");
              assertThat(WebhookSchema.problems(one.data())).isEmpty();
            });
    assertThat(ids(receiver.received())).doesNotHaveDuplicates();
    assertThat(hooks.states()).containsOnly("DELIVERED");
    assertThat(hooks.scheduled()).isZero();
    assertThat(hooks.sends("delivered")).isEqualTo(3);
    assertThat(examined().state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void whatIsRolledBackIsToldToNobody() {
    Request request = hooks.submit();
    assertThatThrownBy(
            () ->
                hooks.bench.in(
                    () -> {
                      hooks
                          .bench
                          .requests()
                          .save(
                              request,
                              request
                                  .approval()
                                  .cancel(
                                      request.details().requester(), hooks.bench.clock.instant()));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    hooks.work();

    assertThat(receiver.events()).containsExactly("submitted");
  }

  @Test
  void theEventSaysHowItWasThenAndNotHowItIsNow() {
    Request request = hooks.submit();
    hooks.approve(request);
    hooks.work();

    assertThat(receiver.received().get(0).data().path("state").asString())
        .isEqualTo("awaiting_approval");
    assertThat(receiver.received().get(0).data().path("approvals").path("given").asInt()).isZero();
    assertThat(receiver.received().get(1).data().path("approvals").path("given").asInt())
        .isEqualTo(1);
  }

  @Test
  void aFailureIsTriedAgainWithTheSameIdAndHoldsLaterEventsOfTheRequestAlone() {
    receiver.then(500).then(302, Map.of("Location", receiver.url().toString()));
    Request request = hooks.submit();
    hooks.work();
    hooks.approve(request);
    hooks.work();
    assertThat(receiver.events()).containsExactly("submitted");
    hooks.pass(Duration.ofSeconds(7));
    assertThat(receiver.events()).containsExactly("submitted", "submitted");
    hooks.submit();
    hooks.pass(Duration.ofSeconds(6));
    assertThat(receiver.events()).hasSize(3).endsWith("submitted");
    assertThat(receiver.received().get(2).event().path("subject").asString()).isEqualTo("R-1002");
    hooks.pass(Duration.ofSeconds(30));

    assertThat(receiver.events())
        .containsExactly("submitted", "submitted", "submitted", "submitted", "approved");
    assertThat(ids(receiver.received()).get(0))
        .isEqualTo(ids(receiver.received()).get(1))
        .isEqualTo(ids(receiver.received()).get(3));
    assertThat(receiver.received().get(3).body()).isEqualTo(receiver.received().get(0).body());
    assertThat(receiver.received().get(3).seconds())
        .isGreaterThan(receiver.received().get(0).seconds());
    assertThat(hooks.sends("failed")).isEqualTo(2);
  }

  @Test
  void anEndpointIsLeftAloneForAsLongAsItAsks() {
    receiver.then(429, Map.of("Retry-After", "600"));
    hooks.submit();
    hooks.work();
    hooks.submit();
    hooks.pass(Duration.ofSeconds(595));
    assertThat(receiver.events()).hasSize(1);
    hooks.pass(Duration.ofSeconds(10));

    assertThat(receiver.events()).hasSize(3);
  }

  @Test
  void whatWasSentBeforeACrashComesAgainWithTheSameId() {
    hooks.submit();
    hooks.work();
    hooks.jdbc().sql("update webhook_events set state = 'WAITING'").update();
    hooks.bench.get(WebhookTask.class).schedule(1);
    open(Hooks.endpoint("ops", receiver.url(), SECRET));
    hooks.work();

    assertThat(receiver.events()).containsExactly("submitted", "submitted");
    assertThat(ids(receiver.received()).get(0)).isEqualTo(ids(receiver.received()).get(1));
  }

  @Test
  void whatNeverArrivesIsParkedTheLaterOnesGoOnAndAnOperatorReleasesIt() {
    receiver.then(500).then(500);
    Request request = hooks.submit();
    hooks.work();
    hooks.bench.clock.advance(TRIED);
    hooks.approve(request);
    hooks.work();
    hooks.pass(Duration.ofMinutes(2));

    assertThat(hooks.states()).containsExactly("DEAD", "DELIVERED");
    assertThat(receiver.events()).containsExactly("submitted", "submitted", "approved");
    assertThat(hooks.parked().list(0, 10))
        .extracting(Parked::command)
        .containsExactly("release deliver-webhook 1");
    assertThat(hooks.sends("dead")).isEqualTo(1);
    assertThat(hooks.measured("holdfast.webhooks.dead")).isEqualTo(1);
    assertThat(hooks.measured("holdfast.webhooks.waiting")).isZero();
    assertThat(hooks.measured("holdfast.webhooks.age")).isZero();
    assertThat(examined().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(examined().sentence())
        .isEqualTo("1 event(s) were given up: ops (1, The endpoint answered 500.).");
    assertThat(examined().remedy().flatMap(remedy -> remedy.command()))
        .contains("release deliver-webhook all");

    assertThat(hooks.parked().releaseAll(WebhookTask.NAME)).isEqualTo(1);
    hooks.work();
    assertThat(receiver.events()).endsWith("approved", "submitted");
    assertThat(ids(receiver.received()).get(3)).isEqualTo(ids(receiver.received()).get(0));
    assertThat(hooks.states()).containsOnly("DELIVERED");
    assertThat(examined().state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void whatIsOldIsDeletedWithItsTask() {
    receiver.then(204).then(410);
    hooks.submit();
    hooks.work();
    hooks.submit();
    hooks.work();
    ExpiredWebhookEvents expired = hooks.bench.get(ExpiredWebhookEvents.class);
    assertThat(expired.delete(10)).isZero();
    hooks.bench.clock.advance(Duration.ofDays(8));
    assertThat(expired.delete(10)).isEqualTo(1);
    assertThat(hooks.states()).containsExactly("DEAD");
    hooks.bench.clock.advance(Duration.ofDays(83));
    assertThat(expired.delete(10)).isEqualTo(1);

    assertThat(hooks.states()).isEmpty();
    assertThat(hooks.scheduled()).isZero();
  }

  @Test
  void anEventThatWasJustReleasedIsNotDeleted() {
    receiver.then(410);
    hooks.submit();
    hooks.work();
    hooks.bench.clock.advance(Duration.ofDays(91));
    hooks.parked().releaseAll(WebhookTask.NAME);
    assertThat(hooks.bench.get(ExpiredWebhookEvents.class).delete(10)).isZero();
    hooks.work();

    assertThat(hooks.states()).containsExactly("DELIVERED");
  }
}
