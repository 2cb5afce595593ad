package dev.holdfast.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFileProperties;
import dev.holdfast.approval.policy.guard.PolicyGuard;
import dev.holdfast.approval.policy.guard.PolicyProposal;
import dev.holdfast.approval.policy.guard.PolicyProposals;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.delivery.OutboxDelivery;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessenger;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each guardian gets a card of a proposed policy, which follows it. */
class PolicyNotificationsTests {

  private static final Person PATTI =
      new Person("00000000-0000-0000-0000-000000000071", "Patti Fernandez");
  private static final Person LEE = new Person("00000000-0000-0000-0000-000000000072", "Lee Gu");

  private static final String POLICY =
      """
      version: 1
      guardians: [%s, %s]
      rules:
        - name: All
          environments: all
          held: {request: %s}
      """
          .formatted(PATTI.id(), LEE.id(), PATTI.id());

  @TempDir private Path folder;
  private final FakeMessenger messenger = new FakeMessenger();
  private final FakePeople people = new FakePeople();
  private Workbench bench;

  @BeforeEach
  void propose() throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    bench =
        new Workbench(Databases.H2.fresh())
            .with(Messenger.class, messenger)
            .with(PersonDirectory.class, people)
            .with(CardRenderer.class, new CardRenderer())
            .with(PolicyProperties.class, new PolicyProperties(List.of()))
            .with(
                PolicyFileProperties.class, new PolicyFileProperties(Optional.of(file.toString())))
            .with(
                NotificationProperties.class,
                new NotificationProperties(
                    Optional.empty(), Duration.ofSeconds(10), Duration.ofHours(1)))
            .with(AdminApi.class, new ScriptedAdminApi())
            .open("request", "approval", "audit", "notification", "operation.adminmode");
    people.know(PATTI, "UTC");
    people.know(LEE, "UTC");
    messenger.doesNotReach(new Address.Person(LEE.id()));
    Files.writeString(file, POLICY.replace("request: " + PATTI.id(), "request: '*'"));
    bench.get(PolicyGuard.class).refresh();
    deliver();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whoCannotBeReachedIsNamedAndGetsTheCardLater() {
    assertThat(messenger.sent()).hasSize(1);
    assertThat(check()).isEqualTo(CheckStatus.WARNING);
    messenger.reaches(new Address.Person(LEE.id()));
    bench.clock.advance(Duration.ofDays(3));
    bench.get(MissedMessages.class).resendToNewInstallation(LEE.id());
    deliver();
    assertThat(messenger.sent())
        .filteredOn(message -> message.text().contains("everybody may request"))
        .hasSizeGreaterThan(1);
    assertThat(check()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void theCardsSayWhatBecameOfIt() {
    PolicyProposal proposal = bench.get(PolicyProposals.class).pending().get(0);
    bench.get(PolicyGuard.class).decide(proposal.id(), proposal.digest(), PATTI, true);
    deliver();
    assertThat(messenger.sent())
        .anySatisfy(
            message -> {
              assertThat(message.text()).contains("This policy was approved", "Patti Fernandez");
              assertThat(message.offers("policy.approve")).isFalse();
            });
  }

  private CheckStatus check() {
    return bench.get(GuardianReachCheck.class).check().state();
  }

  private void deliver() {
    for (int i = 0; i < 3; i++) {
      bench
          .get(JdbcClient.class)
          .sql("select id from outbox where given_up_at is null order by id")
          .query(Long.class)
          .list()
          .forEach(bench.get(OutboxDelivery.class)::attempt);
    }
  }
}
