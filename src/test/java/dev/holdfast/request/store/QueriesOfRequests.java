package dev.holdfast.request.store;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;

import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.app.RequestEventConfiguration;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.RequestTraces;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfRequests implements Exercise {

  /** The document of a request for a table that has grown. */
  public static String document() {
    return RequestDocumentMapper.write(Request.submit(new RequestId(1), details(restore(), 0)));
  }

  @Override
  public List<Class<?>> beans() {
    return List.of(
        RequestRepository.class,
        RequestDocumentMapper.class,
        RequestRowMapper.class,
        RequestEnvironments.class,
        EnvironmentLockRepository.class,
        RequestCounts.class,
        RequestSummaries.class,
        RequestVersions.class,
        WaitingRequesters.class,
        OperationCatalogConfiguration.class,
        RequestEventConfiguration.class,
        RequestTraces.class);
  }

  @Override
  public void run(ApplicationContext context) {
    RequestRepository requests = context.getBean(RequestRepository.class);
    Request request = Request.submit(requests.nextId(), details(restore(), 1, "a new one"));
    requests.add(request, request.submitted());
    RequestEvent approved = request.approval().approve(MEGAN, "", request.details().digest(), NOW);
    requests.save(request, approved);
    requests.saveQuietly(request, NOW);
    requests.find(request.id());
    requests.lock(request.id());
    requests.lockEnded(new RequestId(500), NOW);
    requests.findByDraft("draft-500");
    requests.awaitingApproval();
    RequestSummaries summaries = context.getBean(RequestSummaries.class);
    Set<RequestState> unsettled =
        Set.of(RequestState.AWAITING_APPROVAL, RequestState.RUNNING, RequestState.UNKNOWN);
    summaries.of(summaries.newest(unsettled, Optional.empty(), 10));
    summaries.of(summaries.newest(unsettled, Optional.of(new RequestId(500)), 200));
    summaries.newestOn("env-3", 50);
    summaries.newestOn("env-none", 50);
    summaries.newestSucceeded(50);
    requests.findOpenOn(Set.of("env-3", "env-12"));
    requests.findOpenOn(Set.of("env-none"));
    requests.recent(100);
    requests.recentOn("env-3", 50);
    requests.recentOn("env-rare", 50);
    requests.recentOn("env-none", 50);
    RequestCounts counts = context.getBean(RequestCounts.class);
    counts.openOf(MEGAN.id());
    counts.openOn("env-3");
    WaitingRequesters waiting = context.getBean(WaitingRequesters.class);
    waiting.on(Optional.of("env-3"));
    waiting.on(Optional.empty());
    context.getBean(RequestVersions.class).isStoredAs(new RequestId(500), RequestState.RUNNING, 1);
    context.getBean(EnvironmentLockRepository.class).take(Set.of("lock-5", "a new one"));
  }
}
