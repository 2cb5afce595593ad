package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyReaders;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.request.store.RequestSummary;
import dev.holdfast.request.store.UnreadableRequestException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Decides who may see what, by the policy in force. Whatever a person may not see is answered as if
 * it weren't there.
 */
@Component
public class ReadingRights {

  private final PolicyReaders readers;
  private final PermissionEvaluator permissions;
  private final RequestRepository requests;

  ReadingRights(
      PolicyReaders readers, PermissionEvaluator permissions, RequestRepository requests) {
    this.readers = readers;
    this.permissions = permissions;
    this.requests = requests;
  }

  /** Which environments a person may see, of however many. */
  public Predicate<EnvironmentProfile> environments(Person person) {
    return readers.readableBy(person);
  }

  public boolean mayRead(Person person, EnvironmentRef environment) {
    return readers.mayRead(person, environment);
  }

  public boolean mayRead(Person person, Request request) {
    RequestDetails details = request.details();
    return mayRead(person, details.requester(), details.spec().environments());
  }

  public boolean mayRead(Person person, RequestSummary request) {
    return mayRead(person, request.requester(), request.environments());
  }

  /**
   * Whether a person may see a request: who asked for it, who decides about any part of it, and who
   * may see all environments that it touches.
   */
  private boolean mayRead(Person person, Person requester, List<EnvironmentUse> uses) {
    return person.isSameAs(requester)
        || permissions.decidesAbout(person, uses)
        || mayReadAll(person, uses);
  }

  /**
   * Whether a person may get a message about a request. Those who have to decide by the terms in
   * force may, also while their group can't be read, and who asked for what it follows up.
   */
  public boolean mayBeTold(Person person, Request request) {
    return isApproverInForce(person, request)
        || mayRead(person, request)
        || request
            .details()
            .followUpOf()
            .flatMap(requests::find)
            .filter(parent -> mayRead(person, parent))
            .isPresent();
  }

  /** Whether a person may see all of these environments. */
  public boolean mayReadAll(Person person, List<EnvironmentUse> uses) {
    return uses.stream().allMatch(use -> mayRead(person, use.environment()));
  }

  /**
   * The request of that number if the person may see it. While it waits for approvals, those who
   * are asked for one may, also while their group can't be read: they are told why it's not taken.
   */
  public Optional<Request> find(String requestId, Person person) {
    return RequestId.parse(requestId)
        .flatMap(requests::find)
        .filter(request -> mayRead(person, request) || isAsked(person, request));
  }

  /** The open requests on any of these environments that the person may see. */
  public List<Request> openOn(Set<String> environments, Person person) {
    try {
      return requests.findOpenOn(environments).stream()
          .filter(request -> mayRead(person, request))
          .toList();
    } catch (UnreadableRequestException e) {
      return List.of(); // one that a newer version has written
    }
  }

  private static boolean isAsked(Person person, Request request) {
    return request.state() == RequestState.AWAITING_APPROVAL && isApproverInForce(person, request);
  }

  private static boolean isApproverInForce(Person person, Request request) {
    return request.terms().approvers().stream().anyMatch(person.id()::equalsIgnoreCase);
  }
}
