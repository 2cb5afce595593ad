package dev.holdfast.chat;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.bot.dispatch.PendingReplyFactory;
import dev.holdfast.bot.dispatch.ReplyDelivery;
import dev.holdfast.bot.dispatch.ReplyTasks;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.support.TaskTakeover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The chat with a scheduler that stores tasks and runs them when the test says so. */
public final class ReplyBench implements AutoCloseable {

  public final ChatBench chat = new ChatBench();
  private final SettableClock clock = new SettableClock();
  private final ManualScheduler scheduler;

  public ReplyBench() {
    DataSource source = new TransactionAwareDataSourceProxy(chat.bench.get(DataSource.class));
    PendingReplyFactory questions = chat.bench.get(PendingReplyFactory.class);
    ReplyDelivery delivery = chat.bench.get(ReplyDelivery.class);
    TaskTakeover takeover = chat.bench.get(TaskTakeover.class);
    List<Task<?>> tasks =
        List.of(
            ReplyTasks.answerMessage(questions, delivery, takeover),
            ReplyTasks.answerClick(questions, delivery, takeover),
            ReplyTasks.answerSubmit(questions, delivery, takeover),
            ReplyTasks.welcome(questions, delivery, takeover));
    SchedulerClient client =
        SchedulerClient.Builder.create(source, tasks).serializer(new Jackson3Serializer()).build();
    var builder = TestHelper.createManualScheduler(source, tasks);
    builder.clock(clock).serializer(new Jackson3Serializer());
    scheduler = builder.build();
    doAnswer(
            call -> {
              client.scheduleBatch(call.<List<SchedulableInstance<?>>>getArgument(0));
              return null;
            })
        .when(chat.bench.scheduler)
        .scheduleBatch(anyList());
    when(chat.bench.scheduler.scheduleIfNotExists(any(SchedulableInstance.class)))
        .thenAnswer(
            call -> client.scheduleIfNotExists(call.<SchedulableInstance<?>>getArgument(0)));
    chat.bench.get(EnvironmentCatalog.class).all();
  }

  public ConversationDispatcher desk() {
    return chat.bench.get(ConversationDispatcher.class);
  }

  /** When the task of the only reply that isn't given yet is due. */
  public Instant due() {
    return tasks().get(0).getExecutionTime();
  }

  public List<ScheduledExecution<Object>> tasks() {
    return scheduler.getScheduledExecutions();
  }

  /** The only task that there is runs, at its time. */
  public void runTask() {
    Instant due = due();
    chat.bench.clock.advance(Duration.between(chat.bench.clock.instant(), due));
    clock.set(due);
    scheduler.runAnyDueExecutions();
  }

  @Override
  public void close() {
    chat.close();
  }
}
