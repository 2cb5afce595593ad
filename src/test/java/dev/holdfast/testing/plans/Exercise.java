package dev.holdfast.testing.plans;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** Runs each statement of a package once, as Holdfast does, on {@link GrownTables}. */
public interface Exercise {

  /** Classes with statements, to be made as beans. */
  List<Class<?>> beans();

  /** Runs in one transaction. */
  void run(ApplicationContext context);
}
