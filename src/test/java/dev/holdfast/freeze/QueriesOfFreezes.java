package dev.holdfast.freeze;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfFreezes implements Exercise {

  @Override
  public List<Class<?>> beans() {
    return List.of(FreezeRepository.class, ExpiredFreezes.class);
  }

  @Override
  public void run(ApplicationContext context) {
    FreezeRepository freezes = context.getBean(FreezeRepository.class);
    Freeze one = freezes.add(Optional.of(DEV), MEGAN, "release", NOW, NOW.plusSeconds(60));
    freezes.find(one.id());
    freezes.active(NOW);
    freezes.activeOn(Set.of("env-dev", "env-uat"), NOW);
    freezes.notEnded(Optional.of(DEV));
    freezes.end(one.id(), new Freeze.End(MEGAN, NOW));
    context.getBean(ExpiredFreezes.class).delete(10);
  }
}
