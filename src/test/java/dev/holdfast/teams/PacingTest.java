package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.LimitedTeams;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many notices at once, in virtual time: the outbox, the durable tasks, the pacer and real HTTP to
 * a Teams that counts as Teams does and refuses what is too much.
 */
@Tag(Lane.LOAD)
class PacingTest {

  private static final double NEAR = 1.3;

  private final Workbench bench = new Workbench(Databases.H2.fresh());
  private final LimitedTeams teams = new LimitedTeams(bench.clock);
  private final Delivering delivering =
      new Delivering(bench, teams.serviceUrl().toString(), Optional.empty());

  @AfterEach
  void close() {
    teams.close();
    delivering.close();
  }

  @Test
  void fiveHundredUpdatesInOneConversationTakeHardlyLongerThanTheyMust() {
    for (int i = 0; i < 500; i++) {
      submit("busy", "message-" + i);
    }

    Duration taken = delivering.deliverAll();

    assertThat(teams.refused()).isZero();
    assertThat(teams.taken("busy")).isEqualTo(500);
    assertThat(ratio(taken, LimitedTeams.fastestInOneConversation(500))).isLessThan(NEAR);
  }

  @Test
  void twoThousandNoticesInThreeHundredConversationsTakeHardlyLongerThanTheyMust() {
    Request request = submit("busy", "message");
    delivering.deliverAll();
    SubscriptionRepository subscriptions = bench.get(SubscriptionRepository.class);
    for (int i = 0; i < 300; i++) {
      Address.Conversation subscriber = new Address.Conversation("conversation-" + i);
      subscriptions.add(subscriber, Optional.empty(), request.details().requester().id());
    }
    for (int i = 0; i < 2000; i++) {
      delivering.notice(request, new Address.Conversation("conversation-" + i % 300));
    }

    Duration taken = delivering.deliverAll();

    assertThat(teams.refused()).isZero();
    assertThat(teams.taken("conversation-0") + teams.taken("conversation-299")).isEqualTo(7 + 6);
    assertThat(ratio(taken, LimitedTeams.fastestOverAll(2000))).isLessThan(NEAR);
  }

  @Test
  void theMembersOfTheLargestTeamAreReadWithinTheLimitsOfTheirOwn() {
    Instant begun = bench.clock.instant();

    var missing = delivering.roster().missing(new Address.Conversation("large"), List.of("megan"));

    assertThat(missing).containsExactly("megan");
    assertThat(teams.refused()).isZero();
    assertThat(teams.answered("large")).isEqualTo(50);
    assertThat(Duration.between(begun, bench.clock.instant())).isLessThan(Duration.ofSeconds(12));
  }

  private static double ratio(Duration taken, Duration fastest) {
    return (double) taken.toMillis() / fastest.toMillis();
  }

  private Request submit(String conversation, String message) {
    return delivering.submit(new RequestOrigin(conversation, message, false), List.of());
  }
}
