package dev.holdfast.approval.join;

import static dev.holdfast.testing.Samples.ADELE;

import dev.holdfast.request.RequestId;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfJoins implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(JoinRepository.class, ExpiredJoins.class);
  }

  @Override
  public void run(ApplicationContext context) {
    JoinRepository joins = context.getBean(JoinRepository.class);
    joins.add("draft-of-a-join", new RequestId(1), ADELE);
    joins.find("draft-of-a-join", ADELE);
    joins.of(new RequestId(1));
    context.getBean(ExpiredJoins.class).delete(10);
  }
}
