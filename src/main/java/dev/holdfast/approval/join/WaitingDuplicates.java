package dev.holdfast.approval.join;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.EnvironmentLockRepository;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.request.store.UnreadableRequestException;
import dev.holdfast.support.RehearsalProperties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a request that is approved, hasn't begun, and will do all that another one asks for.
 * Nothing that was submitted after it, and is still open, may change an environment: what the
 * second person wants to have saved could be something else by then.
 */
@Component
class WaitingDuplicates {

  private static final Set<EnvironmentRole> CHANGED_BY =
      Set.of(EnvironmentRole.OVERWRITTEN, EnvironmentRole.OPENED, EnvironmentRole.RESTRICTED);

  private final RequestRepository requests;
  private final EnvironmentLockRepository locks;
  private final PermissionEvaluator permissions;
  private final ReadingRights rights;
  private final RehearsalProperties mode;

  WaitingDuplicates(
      RequestRepository requests,
      EnvironmentLockRepository locks,
      PermissionEvaluator permissions,
      ReadingRights rights,
      RehearsalProperties mode) {
    this.requests = requests;
    this.locks = locks;
    this.permissions = permissions;
    this.rights = rights;
    this.mode = mode;
  }

  /**
   * The request to join; it doesn't begin, and nobody cancels it, before the running transaction
   * ends. Until then no replica submits a duplicate, either.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Request> lockOne(SubmitRequest submission) {
    Set<String> environments = environments(submission.spec());
    locks.take(environments);
    List<Request> open = openOn(environments);
    return permissions.denial(submission.requester(), submission.spec()).isPresent()
        ? Optional.empty()
        : open.stream()
            .filter(first -> isDuplicate(submission, first, open))
            .findFirst()
            .flatMap(first -> requests.lock(first.id()))
            .filter(first -> isDuplicate(submission, first, open));
  }

  /** None where one can't be read: whether that changes the environment isn't known. */
  private List<Request> openOn(Set<String> environments) {
    try {
      return requests.findOpenOn(environments);
    } catch (UnreadableRequestException e) {
      return List.of();
    }
  }

  private boolean isDuplicate(SubmitRequest submission, Request first, List<Request> open) {
    return first.state() == RequestState.APPROVED
        && first.details().isRehearsal() == mode.covers(submission.shownAsRehearsal())
        && submission.spec().isDoneBy(first.details().spec())
        && submission.ticket().equals(first.details().submission().ticket())
        && submission.start().equals(first.queue().planned())
        && rights.mayRead(submission.requester(), first)
        && open.stream()
            .filter(other -> other.id().number() > first.id().number())
            .noneMatch(other -> changesAny(other, environments(submission.spec())));
  }

  private static boolean changesAny(Request request, Set<String> environments) {
    return request.details().spec().environments().stream()
        .filter(use -> CHANGED_BY.contains(use.role()))
        .map(use -> use.environment().id())
        .anyMatch(environments::contains);
  }

  private static Set<String> environments(OperationSpec spec) {
    return spec.environments().stream()
        .map(EnvironmentUse::environment)
        .map(EnvironmentRef::id)
        .collect(Collectors.toSet());
  }
}
