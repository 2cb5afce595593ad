package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable tasks behind an answer. Each is named by the activity that it answers, as {@link
 * Retries} names it.
 */
@Configuration(proxyBeanMethods = false)
class AnswerTasks {

  static final TaskDescriptor<Said> MESSAGE = TaskDescriptor.of("answer-message", Said.class);
  static final TaskDescriptor<Clicked> CLICK = TaskDescriptor.of("answer-click", Clicked.class);
  static final TaskDescriptor<Place> WELCOME = TaskDescriptor.of("welcome", Place.class);

  private static final int TRIES = 8;
  private static final int TRIES_WHEN_HELD_BACK = 100;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  @Bean
  static Task<Said> answerMessage(Answers answers) {
    return Tasks.oneTime(MESSAGE)
        .onFailure(later())
        .execute((task, context) -> answers.toMessage(task.getData()));
  }

  @Bean
  static Task<Clicked> answerClick(Answers answers) {
    return Tasks.oneTime(CLICK)
        .onFailure(later())
        .execute((task, context) -> answers.toClick(task.getData()));
  }

  @Bean
  static Task<Place> welcome(Answers answers) {
    return Tasks.oneTime(WELCOME)
        .onFailure(later())
        .execute((task, context) -> answers.welcome(task.getData()));
  }

  @Bean
  static Task<Void> forgetActivities(Retries retries) {
    return Tasks.recurring("forget-activities", FixedDelay.ofHours(1))
        .execute((task, context) -> retries.forget());
  }

  /**
   * Only a delivery that may work later fails a task. It comes back when the service said, or after
   * a pause that doubles, and in the end not at all: an answer that is minutes late helps nobody,
   * and one that may be there already is repeated once.
   */
  private static <T> FailureHandler<T> later() {
    return (complete, operations) -> {
      UndeliverableException why = why(complete);
      int failures = complete.getExecution().consecutiveFailures;
      if (failures + 1 >= tries(why.reason())) {
        operations.remove();
      } else {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 8));
        operations.reschedule(
            complete, complete.getTimeDone().plus(why.retryAfter().orElse(doubled)));
      }
    };
  }

  private static UndeliverableException why(ExecutionComplete complete) {
    return complete
        .getCause()
        .filter(UndeliverableException.class::isInstance)
        .map(UndeliverableException.class::cast)
        .orElseGet(
            () -> new UndeliverableException(Reason.LATER, "It failed inside", Optional.empty()));
  }

  private static int tries(Reason reason) {
    return switch (reason) {
      case NOT_YET -> TRIES_WHEN_HELD_BACK;
      case UNCERTAIN -> 2;
      default -> TRIES;
    };
  }
}
