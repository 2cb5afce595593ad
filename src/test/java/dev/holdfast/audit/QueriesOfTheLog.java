package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.MEGAN;

import dev.holdfast.audit.content.RecordedContents;
import dev.holdfast.audit.content.StoredRequestsCheck;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
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
        AuditListener.class,
        AuditWriter.class,
        RequestFacts.class,
        RecordedContents.class,
        RecordedFaults.class,
        StoredRequestsCheck.class,
        AuditChainReader.class,
        LogVerifier.class,
        RequestComparison.class,
        AuditSealRepository.class,
        UnsealedEntrySweeper.class,
        VerificationTask.class,
        VerificationTask.Progress.class,
        VerifiedPositions.class);
  }

  @Override
  public void run(ApplicationContext context) {
    context
        .getBean(AuditListener.class)
        .on(
            new AuditEvent(
                new RequestId(500),
                AuditEventType.DECISION_REFUSED,
                RequestState.RUNNING,
                MEGAN,
                LONG_AGO,
                ""));
    AuditSealRepository seals = context.getBean(AuditSealRepository.class);
    seals.moved(seals.lock());
    context.getBean(UnsealedEntrySweeper.Sweep.class).all();
    context.getBean(VerificationTask.Progress.class).advance(Duration.ofSeconds(10));
    AuditChainReader chain = context.getBean(AuditChainReader.class);
    chain.between(500, 520);
    chain.of(new RequestId(500));
    context.getBean(AuditWriter.class).factsOfLast(new RequestId(500));
    RecordedContents contents = context.getBean(RecordedContents.class);
    contents.isMarked(new RequestId(500));
    context.getBean(StoredRequestsCheck.class).check();
    context.getBean(RequestComparison.class).next(500);
  }
}
