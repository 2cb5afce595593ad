package dev.holdfast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ConversationMembers;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether those who decide see what is posted for them. */
class ApproversChannelCheckTests {

  private static final List<String> APPROVERS = List.of(Samples.MEGAN.id(), "id-nobody-knows");

  private final FakePeople people = new FakePeople().know(Samples.MEGAN, "UTC");

  @Test
  void withoutAChannelThereIsNothingToLookAt() {
    ConversationMembers never =
        (conversation, ids) -> {
          throw new AssertionError("nobody is asked");
        };

    for (Optional<String> none : List.of(Optional.<String>empty(), Optional.of(" "))) {
      assertThat(check(none, never))
          .isEqualTo(
              CheckResult.ok(
                  "Not needed: holdfast.notifications.approvers-channel is not set, so approvers"
                      + " get each card in person."));
    }
  }

  @Test
  void allOfThemMayBeThere() {
    assertThat(check(missing(List.of())))
        .isEqualTo(CheckResult.ok("All 2 approver(s) whom the policy names are members of it."));
  }

  @Test
  void whoIsNotThereIsNamedWhereTheNameIsKnown() {
    CheckResult verdict = check(missing(APPROVERS));

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence())
        .isEqualTo(
            "Of the 2 approver(s) whom the policy names, 2 are no members of it and see no card"
                + " there: Megan Bowen, id-nobody-knows.");
    assertThat(verdict.remedy().orElseThrow().words()).contains("holdfast.policy");
  }

  @Test
  void aChannelThatHoldfastIsNotInIsBroken() {
    CheckResult verdict = check(fails(Reason.UNREACHABLE, DeliveryFailureReason.REMOVED));

    assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(verdict.sentence())
        .isEqualTo("Holdfast cannot post there: Holdfast isn't a member there.");
    assertThat(verdict.remedy().orElseThrow().words())
        .contains("add the Holdfast app", "holdfast.notifications.approvers-channel");
  }

  @Test
  void whatTeamsDoesNotSayIsNotHeldAgainstAnybody() {
    assertThat(check(fails(Reason.LATER, DeliveryFailureReason.TOO_LONG)).state())
        .isEqualTo(CheckStatus.SKIPPED);
    assertThat(check(fails(Reason.NOT_YET, DeliveryFailureReason.TOO_LONG)).state())
        .isEqualTo(CheckStatus.SKIPPED);
    CheckResult unheard = check(fails(Reason.UNREACHABLE, DeliveryFailureReason.NO_WAY));
    assertThat(unheard.state()).isEqualTo(CheckStatus.SKIPPED);
    assertThat(unheard.sentence())
        .isEqualTo("Who its members are could not be asked: Teams said so.");
  }

  private static ConversationMembers missing(List<String> missing) {
    return (conversation, ids) -> {
      assertThat(conversation).isEqualTo(new Address.Conversation("channel"));
      assertThat(ids).isEqualTo(APPROVERS);
      return missing;
    };
  }

  private static ConversationMembers fails(Reason reason, DeliveryFailureReason hindrance) {
    return (conversation, ids) -> {
      throw new DeliveryException(reason, hindrance, "Teams said so", Optional.empty());
    };
  }

  private CheckResult check(ConversationMembers roster) {
    return check(Optional.of("channel"), roster);
  }

  private CheckResult check(Optional<String> channel, ConversationMembers roster) {
    NotificationProperties properties =
        new NotificationProperties(channel, Duration.ofSeconds(5), Duration.ofDays(3));
    ObjectProvider<ConversationMembers> found =
        new StaticListableBeanFactory(Map.of("roster", roster))
            .getBeanProvider(ConversationMembers.class);
    return new ApproversChannelCheck(channel(properties), () -> APPROVERS, found, people).check();
  }

  private static ApproversChannel channel(NotificationProperties properties) {
    ApproversChannel channel = spy(new ApproversChannel(mock(JdbcClient.class), properties));
    doReturn(Optional.empty()).when(channel).connected();
    return channel;
  }
}
