package dev.holdfast.bot.dispatch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.TaskTakeover;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable tasks behind an answer. Each is named by the activity that it answers, as {@link
 * ActivityDeduplicator} names it.
 */
@Configuration(proxyBeanMethods = false)
public class ReplyTasks {

  static final TaskDescriptor<IncomingMessage> MESSAGE =
      TaskDescriptor.of("answer-message", IncomingMessage.class);
  static final TaskDescriptor<CardActionInvocation> CLICK =
      TaskDescriptor.of("answer-click", CardActionInvocation.class);
  static final TaskDescriptor<CardActionInvocation> SUBMIT =
      TaskDescriptor.of("answer-submit", CardActionInvocation.class);
  static final TaskDescriptor<ConversationRef> WELCOME =
      TaskDescriptor.of("welcome", ConversationRef.class);

  private static final Logger log = LoggerFactory.getLogger(ReplyTasks.class);

  private static final int TRIES = 8;
  private static final int TRIES_WHEN_UNCERTAIN = 2;
  static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  @Bean
  public static Task<IncomingMessage> answerMessage(
      PendingReplyFactory questions, ReplyDelivery delivery, TaskTakeover takeover) {
    return task(MESSAGE, takeover, said -> delivery.give(questions.message(said)));
  }

  @Bean
  public static Task<CardActionInvocation> answerClick(
      PendingReplyFactory questions, ReplyDelivery delivery, TaskTakeover takeover) {
    return task(CLICK, takeover, clicked -> delivery.give(questions.click(clicked)));
  }

  @Bean
  public static Task<CardActionInvocation> answerSubmit(
      PendingReplyFactory questions, ReplyDelivery delivery, TaskTakeover takeover) {
    return task(SUBMIT, takeover, clicked -> delivery.give(questions.submit(clicked)));
  }

  @Bean
  public static Task<ConversationRef> welcome(
      PendingReplyFactory questions, ReplyDelivery delivery, TaskTakeover takeover) {
    return task(WELCOME, takeover, where -> delivery.give(questions.welcome(where)));
  }

  private static <T> Task<T> task(
      TaskDescriptor<T> what, TaskTakeover takeover, Consumer<T> answer) {
    return Tasks.custom(what)
        .onDeadExecution(takeover.revival())
        .onFailure(later())
        .execute(
            (task, context) -> {
              // Named by the activity; a welcome by where it is said.
              try (LogContext trail = LogContext.activity(task.getId())) {
                return attempt(() -> answer.accept(task.getData()));
              }
            });
  }

  /** What is held back for Teams' limits is no failure, and comes back when they allow it. */
  private static <T> CompletionHandler<T> attempt(Runnable answer) {
    try {
      answer.run();
    } catch (DeliveryException e) {
      if (e.reason() == Reason.NOT_YET) {
        Duration wait = e.retryAfter().orElse(FIRST_PAUSE);
        return (complete, operations) ->
            operations.reschedule(complete, complete.getTimeDone().plus(wait));
      }
      throw e;
    }
    return new CompletionHandler.OnCompleteRemove<>();
  }

  /**
   * Only a delivery that may work later, or a database that comes back, fails a task. It comes back
   * when the service said, or after a pause that doubles, and in the end not at all: an answer that
   * is minutes late helps nobody, and one that may be there already is repeated once.
   */
  private static <T> FailureHandler<T> later() {
    return (complete, operations) -> {
      DeliveryException why = why(complete);
      int failures = complete.getExecution().consecutiveFailures;
      if (failures + 1 >= (why.reason() == Reason.UNCERTAIN ? TRIES_WHEN_UNCERTAIN : TRIES)) {
        log.warn(
            "activity={} gets no reply after {} attempts; what it changed stands: {}",
            complete.getExecution().taskInstance.getId(),
            failures + 1,
            why.getMessage());
        operations.remove();
      } else {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 8));
        operations.reschedule(
            complete, complete.getTimeDone().plus(why.retryAfter().orElse(doubled)));
      }
    };
  }

  private static DeliveryException why(ExecutionComplete complete) {
    return complete
        .getCause()
        .filter(DeliveryException.class::isInstance)
        .map(DeliveryException.class::cast)
        .orElseGet(() -> new DeliveryException(Reason.LATER, "It failed inside", Optional.empty()));
  }
}
