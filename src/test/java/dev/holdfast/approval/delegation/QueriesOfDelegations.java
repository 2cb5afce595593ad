package dev.holdfast.approval.delegation;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfDelegations implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(DelegationRepository.class, ExpiredDelegations.class);
  }

  @Override
  public void run(ApplicationContext context) {
    DelegationRepository delegations = context.getBean(DelegationRepository.class);
    Delegation one = delegations.add(MEGAN, ADELE, NOW, NOW.plusSeconds(60));
    delegations.from(MEGAN, NOW);
    delegations.to(ADELE, NOW);
    delegations.active(NOW);
    delegations.end(one.id(), new Delegation.End(MEGAN, NOW));
    context.getBean(ExpiredDelegations.class).delete(10);
  }
}
