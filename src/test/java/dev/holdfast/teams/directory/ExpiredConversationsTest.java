package dev.holdfast.teams.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.AddressUsageRepository;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.request.Request;
import dev.holdfast.retention.RetentionProperties;
import dev.holdfast.teams.Delivering;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which conversations and people are forgotten. */
@EachDatabase
class ExpiredConversationsTest {

  private static final RetentionProperties KEPT = Workbench.RETENTION;

  private final Databases database;
  private final FakeTeams teams = FakeTeams.start();
  private final FakePerson alex = teams.person("Alex Wilber");
  private final FakePerson megan = teams.person("Megan Bowen");
  private Delivering delivering;
  private PersonRepository people;

  ExpiredConversationsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    delivering =
        new Delivering(
            new Workbench(database.fresh()), teams.serviceUrl(), Optional.of("approvers"));
    people = new PersonRepository(jdbc(), delivering.bench.clock);
    chat("a:alex", alex);
    chat("a:megan", megan);
    chat("19:team", null);
  }

  @AfterEach
  void close() {
    delivering.close();
    teams.close();
  }

  @Test
  void whereHoldfastCannotWriteIsForgottenWithItsSubscriptionsAndThePerson() {
    SubscriptionRepository subscriptions = delivering.bench.get(SubscriptionRepository.class);
    subscriptions.add(new Address.Person(megan.entraId()), Optional.empty(), megan.entraId());
    delivering.conversations.reachable("a:megan", false);
    pass(KEPT.conversations().minusDays(1));
    hears("a:alex");
    assertThat(delete()).isZero();

    pass(Duration.ofDays(2));
    hears("a:alex");

    assertThat(delete()).isPositive();
    assertThat(ids("conversations", "id")).containsExactly("a:alex");
    assertThat(ids("people", "entra_id")).containsExactly(alex.entraId());
    assertThat(ids("subscriptions", "address")).isEmpty();
  }

  @Test
  void whoIsHeardAgainIsNotForgotten() {
    delivering.conversations.reachable("a:megan", false);
    pass(KEPT.conversations().minusDays(1));
    hears("a:megan");
    delivering.conversations.reachable("a:megan", true);
    pass(Duration.ofDays(2));

    delete();

    assertThat(ids("conversations", "id")).contains("a:megan");
  }

  @Test
  void theOneThatWasHeardLastAlwaysStays() {
    pass(KEPT.conversations().multipliedBy(3));
    hears("a:alex");
    pass(KEPT.conversations().multipliedBy(3));

    delete();

    assertThat(ids("conversations", "id")).containsExactly("a:alex");
  }

  @Test
  void whereHoldfastStillWritesStaysThoughNobodySpeaksThere() {
    SubscriptionRepository subscriptions = delivering.bench.get(SubscriptionRepository.class);
    subscriptions.add(new Address.Conversation("19:team"), Optional.empty(), alex.entraId());
    Request open =
        delivering.submit(
            new dev.holdfast.messaging.Messenger.Posted("a:alex", "m-1"), List.of(megan.entraId()));
    pass(KEPT.conversations().multipliedBy(3));
    chat("a:another", null);

    delete();

    assertThat(ids("conversations", "id"))
        .containsExactlyInAnyOrder("a:alex", "a:megan", "19:team", "a:another");
    assertThat(open.id()).isNotNull();
  }

  private void chat(String id, FakePerson owner) {
    ConnectorEndpoint line =
        new ConnectorEndpoint(
            teams.serviceUrl(), Optional.empty(), Optional.empty(), Optional.empty());
    if (owner == null) {
      delivering.conversations.opened(id, line);
    } else {
      delivering.conversations.opened(id, line, owner.entraId());
      people.chatOpened(owner.entraId(), id, teams.serviceUrl());
    }
  }

  private void hears(String conversation) {
    jdbc()
        .sql("update conversations set last_activity_at = ? where id = ?")
        .params(
            java.time.OffsetDateTime.ofInstant(
                delivering.bench.clock.instant(), java.time.ZoneOffset.UTC),
            conversation)
        .update();
  }

  private void pass(Duration time) {
    delivering.bench.clock.advance(time);
  }

  private long delete() {
    return new ExpiredConversations(
            new ConversationRetention(jdbc()),
            delivering.bench.get(AddressUsageRepository.class),
            delivering.bench.get(SubscriptionRepository.class),
            delivering.bench.get(TransactionTemplate.class),
            KEPT,
            delivering.bench.clock)
        .delete(2);
  }

  private List<String> ids(String table, String column) {
    return jdbc()
        .sql("select " + column + " from " + table + " order by 1")
        .query(String.class)
        .list();
  }

  private JdbcClient jdbc() {
    return delivering.bench.get(JdbcClient.class);
  }
}
