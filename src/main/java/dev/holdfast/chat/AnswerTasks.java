package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable tasks behind an answer. Each is named by the activity that it answers, so that Teams'
 * retry of an activity does not bring a second answer while the first is on its way.
 */
@Configuration(proxyBeanMethods = false)
class AnswerTasks {

  static final TaskDescriptor<Said> MESSAGE = TaskDescriptor.of("answer-message", Said.class);
  static final TaskDescriptor<Clicked> CLICK = TaskDescriptor.of("answer-click", Clicked.class);
  static final TaskDescriptor<Place> WELCOME = TaskDescriptor.of("welcome", Place.class);

  private static final int TRIES = 8;
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

  /**
   * Only a delivery that may work later fails a task; an answer that is minutes late helps nobody.
   */
  private static <T> FailureHandler<T> later() {
    return new FailureHandler.MaxRetriesFailureHandler<>(
        TRIES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE));
  }
}
