package dev.holdfast.metrics;

import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfTheMeters implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(DatabaseFiguresRepository.class);
  }

  @Override
  public void run(ApplicationContext context) {
    context.getBean(DatabaseFiguresRepository.class).read();
  }
}
