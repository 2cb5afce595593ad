package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.store.RequestRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What other requests do on the environment that a request has changed. */
@Component
public class TargetUse {

  private static final int RECENT = 50;

  private final RequestRepository requests;
  private final PartRequests parts;

  TargetUse(RequestRepository requests) {
    this.requests = requests;
    this.parts = new PartRequests(requests);
  }

  /** Whether some part of a request is still to begin. */
  boolean hasWaitingPart(Request whole) {
    return parts.of(whole).stream().anyMatch(PartRequests.Part::isWaiting);
  }

  Optional<Request> find(RequestId id) {
    return requests.find(id);
  }

  /** The request that is running on the environment now. */
  public Optional<RequestId> runningOn(Request ended) {
    String environment = ended.details().spec().affected().id();
    return requests.findOpenOn(Set.of(environment)).stream()
        .filter(other -> other.id().number() != ended.id().number())
        .filter(other -> other.state().isExecuting() && !other.details().spec().hasParts())
        .findFirst()
        .map(Request::id);
  }

  /**
   * The request that has begun to overwrite the environment since: its card knows better what is to
   * be done there now.
   */
  public Optional<RequestId> restoredSince(Request ended) {
    EnvironmentRef environment = ended.details().spec().affected();
    Instant called = ended.mainStep().startCommittedAt().orElseThrow();
    return requests.recentOn(environment.id(), RECENT).stream()
        .filter(other -> other.details().spec().overwrites())
        .filter(other -> other.details().spec().affected().id().equals(environment.id()))
        .filter(other -> other.mainStep().startCommittedAt().filter(called::isBefore).isPresent())
        .filter(
            other ->
                other.state() != RequestState.APPROVED
                    && other.state() != RequestState.SAFETY_BACKUP)
        .filter(other -> other.outcome().filter(end -> !end.serviceStarted()).isEmpty())
        .findFirst()
        .map(Request::id);
  }
}
