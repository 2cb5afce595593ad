package dev.holdfast.teams.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.teams.Activities;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.InstallationRepository;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of conversations and people, on both databases. */
@EachDatabase
class StoresTest {

  private static final String ALEX = "00000000-0000-0000-0000-0000000000020";
  private static final String CHAT = "36d6a6a5-562f-4411-9435-c7577aa2638c";
  private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");

  private final DataSource database;
  private final ActivityParser reader = new ActivityParser(Fixtures.HOSTS);
  private ConversationRepository conversations;
  private InstallationRepository installations;
  private PersonRepository people;

  StoresTest(Databases kind) {
    database = kind.fresh().dataSource();
  }

  @BeforeEach
  void stores() {
    conversations = conversationsAt(NOW);
    installations = installationsAt(NOW);
    people = new PersonRepository(JdbcClient.create(database), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void knowsWhoSpokeAndWhereTheyAreReached() {
    remember(Activities.personalMessage().put("localTimezone", "Pacific/Auckland"));

    assertThat(people.find(ALEX))
        .hasValueSatisfying(
            known -> {
              assertThat(known.name()).isEqualTo("Alex Wilber");
              assertThat(known.zone()).contains(ZoneId.of("Pacific/Auckland"));
            });
    assertThat(people.contact(ALEX))
        .hasValueSatisfying(
            contact -> {
              assertThat(contact.chat()).contains(CHAT);
              assertThat(contact.teamsId()).contains("user-id-0");
              assertThat(contact.serviceUrl()).isEqualTo("http://localhost:56199/_connector");
            });
    assertThat(conversations.line(CHAT))
        .hasValueSatisfying(
            line -> {
              assertThat(line.botName()).contains("Test Bot");
              assertThat(line.tenantId()).contains("00000000-0000-0000-0000-0000000000001");
            });
  }

  @Test
  void isNotWrittenAnewForEachActivity() {
    remember(Activities.personalMessage());
    conversations = conversationsAt(NOW.plusSeconds(59));
    remember(Activities.personalMessage());
    assertThat(conversations.lastHeard()).contains(NOW);

    conversations = conversationsAt(NOW.plusSeconds(61));
    remember(Activities.personalMessage());
    assertThat(conversations.lastHeard()).contains(NOW.plusSeconds(61));
  }

  @Test
  void isWrittenAtOnceWhenAnActivityTellsSomethingNew() {
    remember(Activities.personalMessage().put("localTimezone", "Pacific/Auckland"));
    remember(
        Activities.personalMessage()
            .put("localTimezone", "Europe/Berlin")
            .put("serviceUrl", "http://localhost:56199/moved"));

    assertThat(people.find(ALEX).orElseThrow().zone()).contains(ZoneId.of("Europe/Berlin"));
    assertThat(people.contact(ALEX).orElseThrow().serviceUrl()).endsWith("/moved");
    assertThat(conversations.line(CHAT).orElseThrow().serviceUrl()).endsWith("/moved");
  }

  @Test
  void whoSpeaksAgainWithinTheMinuteIsReachableAgain() {
    remember(Activities.personalMessage());
    conversations.reachable(CHAT, false);
    people.chatLost(CHAT);

    remember(Activities.personalMessage());

    assertThat(conversations.isReachable(CHAT)).isTrue();
    assertThat(people.contact(ALEX).orElseThrow().chat()).contains(CHAT);
  }

  @Test
  void keepsWhatALaterActivityDoesNotTell() {
    remember(Activities.personalMessage().put("localTimezone", "Pacific/Auckland"));
    remember(Activities.installation());

    assertThat(people.find(ALEX))
        .hasValueSatisfying(
            known -> {
              assertThat(known.name()).isEqualTo("Alex Wilber");
              assertThat(known.zone()).contains(ZoneId.of("Pacific/Auckland"));
            });
  }

  @Test
  void takesNoGroupForAPersonsOwnChat() {
    remember(Activities.groupMessage());
    remember(Activities.channelMessage());

    assertThat(people.contact(ALEX))
        .hasValueSatisfying(contact -> assertThat(contact.chat()).isEmpty());
  }

  @Test
  void keepsOneRowForAllThreadsOfAChannel() {
    remember(Activities.channelMessage());

    assertThat(conversations.line("channel-announcements-id")).isPresent();
    assertThat(conversations.line("channel-announcements-id;messageid=1795385518978")).isEmpty();
  }

  @Test
  void introducesOncePerInstallation() {
    remember(Activities.installation());

    assertThat(installations.introduce(CHAT)).isTrue();
    assertThat(installations.introduce(CHAT)).isFalse();
    assertThat(installationsAt(NOW.plus(Duration.ofMinutes(6))).introduce(CHAT)).isTrue();
    conversations.removed(CHAT);
    assertThat(installations.introduce(CHAT)).isTrue();
  }

  @Test
  void introducesOnceInATeamWhicheverChannelIsNamed() {
    remember(Activities.channelMessage());
    remember(inChannel("another-channel"));

    assertThat(installations.introduce("another-channel")).isTrue();
    assertThat(installations.introduce("channel-announcements-id")).isFalse();
  }

  @Test
  void isUnreachableAfterRemovalAndRevivedByTheNextActivity() {
    remember(Activities.channelMessage());
    remember(inChannel("another-channel"));

    conversations.removed("another-channel");

    assertThat(conversations.isReachable("channel-announcements-id")).isFalse();
    remember(Activities.channelMessage());
    assertThat(conversations.isReachable("channel-announcements-id")).isTrue();
    assertThat(conversations.isReachable("another-channel")).isFalse();
  }

  @Test
  void takesActivitiesOfOneConversationAtTheSameMoment() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 40)
              .mapToObj(
                  number ->
                      (Callable<Boolean>)
                          () -> {
                            remember(Activities.personalMessage().put("id", "message-" + number));
                            return installations.introduce(CHAT);
                          })
              .toList();
      var introduced = 0;
      for (var call : threads.invokeAll(calls)) {
        introduced += call.get() ? 1 : 0;
      }
      assertThat(introduced).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void doesNotSpoilATransactionThatItIsCalledIn() {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    transaction.executeWithoutResult(
        status -> {
          conversations.opened(CHAT, line());
          conversations.opened(CHAT, line());
          people.chatOpened(ALEX, CHAT, line().serviceUrl());
          people.chatOpened(ALEX, CHAT, line().serviceUrl());
        });

    assertThat(people.contact(ALEX)).isPresent();
    assertThat(people.find(ALEX)).as("has never spoken").isEmpty();
  }

  private ObjectNode inChannel(String channel) {
    var message = Activities.channelMessage();
    message.withObject("conversation").put("id", channel);
    return message;
  }

  private ConnectorEndpoint line() {
    return reader.read(bytes(Activities.personalMessage())).line();
  }

  private void remember(ObjectNode activity) {
    var incoming = reader.read(bytes(activity));
    conversations.remember(incoming);
    people.remember(incoming);
  }

  private static byte[] bytes(ObjectNode activity) {
    return activity.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ConversationRepository conversationsAt(Instant now) {
    return new ConversationRepository(
        JdbcClient.create(database), Clock.fixed(now, ZoneOffset.UTC));
  }

  private InstallationRepository installationsAt(Instant now) {
    return new InstallationRepository(
        JdbcClient.create(database), Clock.fixed(now, ZoneOffset.UTC));
  }
}
