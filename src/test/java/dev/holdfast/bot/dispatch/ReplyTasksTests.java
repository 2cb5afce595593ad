package dev.holdfast.bot.dispatch;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.support.TaskTakeover;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** When an answer that does not get through is tried again. */
class ReplyTasksTests {

  private static final IncomingMessage HELP = new IncomingMessage("activity-1", ALEX, OWN, "help");

  private final PendingReplyFactory questions = mock(PendingReplyFactory.class);
  private final ReplyDelivery delivery = mock(ReplyDelivery.class);
  private final TaskTakeover takeover =
      new TaskTakeover(new StaticListableBeanFactory().getBeanProvider(Scheduler.class));
  private final SettableClock clock = new SettableClock();
  private final ManualScheduler scheduler =
      scheduler(ReplyTasks.answerMessage(questions, delivery, takeover), HELP);

  private <T> ManualScheduler scheduler(Task<T> task, T data) {
    clock.set(Samples.NOW);
    var builder =
        TestHelper.createManualScheduler(Databases.H2.fresh().dataSource(), List.of(task));
    builder.clock(clock).serializer(new Jackson3Serializer());
    ManualScheduler opened = builder.build();
    opened.schedule(task.instance("activity-1", data), Samples.NOW);
    return opened;
  }

  @Test
  void anAnswerThatGotThroughIsDone() {
    scheduler.runAnyDueExecutions();
    assertThat(next()).isEmpty();
    verify(delivery).give(any());
  }

  @Test
  void whatIsHeldBackComesWhenTheLimitsAllowItHoweverOften() {
    fails(Reason.NOT_YET, Optional.of(Duration.ofMillis(535)));
    for (int i = 1; i <= 20; i++) {
      scheduler.runAnyDueExecutions();
      Instant due = Samples.NOW.plusMillis(535L * i);
      assertThat(next()).contains(due);
      clock.set(due);
    }
  }

  @Test
  void theServicesWordOnWhenToComeIsKept() {
    fails(Reason.LATER, Optional.of(Duration.ofSeconds(97)));
    scheduler.runAnyDueExecutions();
    assertThat(next()).contains(Samples.NOW.plusSeconds(97));
  }

  @Test
  void aFailureIsTriedEightTimesAndThenDropped() {
    fails(Reason.LATER, Optional.empty());
    runToTheEnd();
    verify(delivery, times(8)).give(any());
  }

  @Test
  void anAnswerThatMayBeThereIsRepeatedOnce() {
    fails(Reason.UNCERTAIN, Optional.empty());
    runToTheEnd();
    verify(delivery, times(2)).give(any());
  }

  @Test
  void theAnswerToAnOlderClientsClickSurvivesALostAttemptToo() {
    CardActionInvocation approve =
        new CardActionInvocation(
            "activity-1", ALEX, OWN, "message-1", "request.approve", Map.of("a", "b"));
    ManualScheduler clicks =
        scheduler(ReplyTasks.answerSubmit(questions, delivery, takeover), approve);
    doThrow(new DeliveryException(Reason.LATER, "no", Optional.of(Duration.ofSeconds(3))))
        .doNothing()
        .when(delivery)
        .give(any());
    clicks.runAnyDueExecutions();
    clock.set(Samples.NOW.plusSeconds(3));
    clicks.runAnyDueExecutions();
    assertThat(clicks.getScheduledExecutions()).isEmpty();
    verify(questions, times(2)).submit(approve);
    verify(delivery, times(2)).give(any());
  }

  private void fails(Reason reason, Optional<Duration> wait) {
    doThrow(new DeliveryException(reason, "no", wait)).when(delivery).give(any());
  }

  private void runToTheEnd() {
    for (Optional<Instant> due = next(); due.isPresent(); due = next()) {
      clock.set(due.get());
      scheduler.runAnyDueExecutions();
    }
  }

  private Optional<Instant> next() {
    return scheduler.getScheduledExecutions().stream()
        .map(execution -> execution.getExecutionTime())
        .findFirst();
  }
}
