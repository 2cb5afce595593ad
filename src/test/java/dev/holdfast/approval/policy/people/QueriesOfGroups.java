package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfGroups implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(GroupReadings.class);
  }

  @Override
  public void run(ApplicationContext context) {
    GroupReadings readings = context.getBean(GroupReadings.class);
    GroupSource group = new GroupSource(GroupSource.Kind.ENTRA_GROUP, "group");
    readings.save(group, GroupReading.NEVER);
    readings.save(group, GroupReading.NEVER.with(GroupProblem.FORBIDDEN));
    readings.find(group);
    readings.sources();
    readings.remove(group.key());
  }
}
