package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.MEGAN;

import dev.holdfast.request.Incident;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.State;
import dev.holdfast.testing.plans.Exercise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfTheLog implements Exercise {

  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  @Override
  public List<Class<?>> beans() {
    return List.of(
        AuditTrail.class,
        Chain.class,
        LogVerifier.class,
        RequestComparison.class,
        Seals.class,
        Sweeping.class,
        VerificationTask.class,
        VerificationTask.Progress.class,
        VerifiedPositions.class);
  }

  @Override
  public void run(ApplicationContext context) {
    context
        .getBean(AuditTrail.class)
        .on(
            new Incident(
                new RequestId(500),
                Incident.What.DECISION_REFUSED,
                State.RUNNING,
                MEGAN,
                LONG_AGO,
                ""));
    Seals seals = context.getBean(Seals.class);
    seals.moved(seals.lock());
    context.getBean(Sweeping.Sweep.class).all();
    context.getBean(VerificationTask.Progress.class).advance(Duration.ofSeconds(10));
    Chain chain = context.getBean(Chain.class);
    chain.between(500, 520);
    context.getBean(RequestComparison.class).next(500);
  }
}
