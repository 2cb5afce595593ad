package dev.holdfast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether those who decide can be notified of a request. */
class ApproverChatsCheckTests {

  private final FakePeople people = new FakePeople().know(Samples.MEGAN, "UTC");

  @Test
  void isWellWhereThereIsAChatWithEach() {
    assertThat(check(Optional.empty(), List.of(Samples.MEGAN.id())).state())
        .isEqualTo(CheckStatus.OK);
  }

  @Test
  void namesThoseWithoutAChat() {
    CheckResult found = check(Optional.of(" "), List.of(Samples.MEGAN.id(), "id-without-app"));
    assertThat(found.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found.sentence())
        .isEqualTo(
            "With 1 of 2 approver(s), Holdfast has no chat, so perhaps no request reaches them:"
                + " id-without-app.");
  }

  @Test
  void namesAFewOfMany() {
    List<String> many = IntStream.range(0, 30).mapToObj(number -> "id-" + number).toList();
    assertThat(check(Optional.empty(), many).sentence()).endsWith("id-9, and others.");
  }

  @Test
  void aChannelReachesThemAll() {
    assertThat(check(Optional.of("19:channel"), List.of("id-without-app")).state())
        .isEqualTo(CheckStatus.OK);
  }

  private CheckResult check(Optional<String> channel, List<String> approvers) {
    NotificationProperties properties =
        new NotificationProperties(channel, Duration.ofSeconds(5), Duration.ofDays(3));
    return new ApproverChatsCheck(channel(properties), () -> approvers, people).check();
  }

  private static ApproversChannel channel(NotificationProperties properties) {
    ApproversChannel channel = spy(new ApproversChannel(mock(JdbcClient.class), properties));
    doReturn(Optional.empty()).when(channel).connected();
    return channel;
  }
}
