package dev.holdfast.approval.window;

import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.request.RequestId;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfWindows implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(WindowEvents.class, ExpiredWindowEvents.class);
  }

  @Override
  public void run(ApplicationContext context) {
    WindowEvents events = context.getBean(WindowEvents.class);
    events.add(new RequestId(1042), new WindowPoint(WindowPoint.Kind.REMINDER, NOW), NOW);
    context.getBean(ExpiredWindowEvents.class).delete(10);
  }
}
