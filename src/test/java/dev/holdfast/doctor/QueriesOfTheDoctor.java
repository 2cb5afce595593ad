package dev.holdfast.doctor;

import dev.holdfast.doctor.check.SchedulerCheck;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfTheDoctor implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(SchedulerCheck.class, ParkedTasks.class);
  }

  @Override
  public void run(ApplicationContext context) {
    context.getBean(SchedulerCheck.class).check();
    ParkedTasks parked = context.getBean(ParkedTasks.class);
    parked.list(0, 20);
    parked.release("drive-request", "none");
    parked.releaseAll("deliver-webhook");
    parked.remove("deliver-webhook", "none");
  }
}
