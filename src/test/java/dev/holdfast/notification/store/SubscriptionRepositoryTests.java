package dev.holdfast.notification.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Address.Conversation;
import dev.holdfast.notification.NoticeBench;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class SubscriptionRepositoryTests {

  private static final Conversation HERE = new Conversation("here");
  private static final Conversation THERE = new Conversation("there");

  private final Databases database;
  private NoticeBench bench;
  private SubscriptionRepository subscriptions;

  SubscriptionRepositoryTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new NoticeBench(database.fresh());
    subscriptions = bench.bench.get(SubscriptionRepository.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theSameSubscriptionTwiceIsOne() {
    assertThat(add(HERE, "env-1")).isTrue();
    assertThat(add(HERE, "env-1")).isFalse();
    assertThat(subscriptions.add(HERE, Optional.empty(), "id-alex")).isTrue();
    assertThat(subscriptions.add(HERE, Optional.empty(), "id-alex")).isFalse();
    assertThat(to(List.of("env-1"))).containsExactly(HERE);
  }

  @Test
  void oneEndsAndTheOthersStay() {
    add(HERE, "env-1");
    add(HERE, "env-2");
    add(THERE, "env-1");
    assertThat(subscriptions.remove(HERE, Optional.of("env-1"))).isEqualTo(1);
    assertThat(subscriptions.remove(HERE, Optional.of("env-1"))).isZero();
    assertThat(to(List.of("env-1"))).containsExactly(THERE);
    assertThat(to(List.of("env-2"))).containsExactly(HERE);
  }

  @Test
  void withoutAnEnvironmentAllOfThePlaceEnd() {
    add(HERE, "env-1");
    add(HERE, "env-2");
    add(THERE, "env-1");
    assertThat(subscriptions.remove(HERE, Optional.empty())).isEqualTo(2);
    assertThat(to(List.of("env-1", "env-2"))).containsExactly(THERE);
  }

  @Test
  void aSubscriptionCanBecomeAnotherPersons() {
    add(HERE, "env-1");
    SubscriptionRepository.Subscription first = subscriptions.find(HERE, "env-1").orElseThrow();
    assertThat(first.by()).isEqualTo("id-alex");
    subscriptions.handOver(first, "env-1", "id-megan");
    subscriptions.handOver(first, "env-1", "id-adele");
    assertThat(subscriptions.find(HERE, "env-1"))
        .get()
        .extracting(SubscriptionRepository.Subscription::by)
        .isEqualTo("id-megan");
    assertThat(subscriptions.find(HERE, "env-2")).isEmpty();
  }

  private List<Address> to(List<String> environments) {
    return subscriptions.to(environments).stream()
        .map(SubscriptionRepository.Subscription::address)
        .toList();
  }

  private boolean add(Conversation where, String environmentId) {
    return subscriptions.add(where, Optional.of(environmentId), "id-alex");
  }
}
