package dev.holdfast.support.tracing;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.testing.plans.Exercise;
import java.time.Clock;
import java.util.List;
import org.mockito.Mockito;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** The statements of traces; those of requests are run with theirs. */
public final class QueriesOfTraces implements Exercise {

  /** Without an annotation, so that no Holdfast of another test finds it. */
  static class On {
    @Bean
    static Traces traces() {
      return new Recorded().traces();
    }
  }

  @Override
  public List<Class<?>> beans() {
    return List.of(On.class, TaskTraces.class);
  }

  @Override
  public void run(ApplicationContext context) {
    TaskTraces traces = context.getBean(TaskTraces.class);
    TaskInstance<Void> task = TaskDescriptor.of("deliver-notice").instance("500").build();
    Execution execution = new Execution(context.getBean(Clock.class).instant(), task);
    try (OpenSpan span = context.getBean(Traces.class).within(null, "event")) {
      traces.keep(
          TaskDescriptor.of("deliver-notice").instance("500").scheduledTo(execution.executionTime));
    }
    ExecutionContext run = Mockito.mock();
    Mockito.when(run.getExecution()).thenReturn(execution);
    traces.execute(
        task, run, new ExecutionChain(List.of(), (done, where) -> (complete, operations) -> {}));
  }
}
