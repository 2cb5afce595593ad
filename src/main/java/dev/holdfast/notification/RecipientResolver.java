package dev.holdfast.notification;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.join.JoinRepository;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.ReadableSubscriptions;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.request.ChecklistTransitions;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.store.RequestRepository;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who gets a message of its own when something happens; cards that stand already are brought up to
 * date for everybody.
 */
@Component
class RecipientResolver {

  /** What people are told as of an end: it isn't what they wait for, and it may be all for days. */
  private static final Set<RequestEventType> ENDS =
      Set.of(
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN,
          RequestEventType.VOIDED,
          RequestEventType.REHEARSED,
          RequestEventType.MISSED,
          RequestEventType.FINANCE_AND_OPERATIONS_LATE);

  /** What those who joined a request are told, besides how it ended or was resolved. */
  private static final Set<RequestEventType> TOLD_TO_JOINED =
      Set.of(
          RequestEventType.REJECTED,
          RequestEventType.EXPIRED,
          RequestEventType.CANCELLED,
          RequestEventType.SETTLING_FAILED);

  private static final Set<RequestEventType> DECISIONS =
      Set.of(RequestEventType.APPROVED, RequestEventType.REJECTED);

  private static final Set<RequestEventType> ASKED_AGAIN =
      Set.of(RequestEventType.REOPENED, RequestEventType.APPROVAL_WITHDRAWN);

  private final RequestRepository requests;
  private final ReadableSubscriptions subscriptions;
  private final PermissionEvaluator permissions;
  private final JoinRepository joins;
  private final ApproversChannel approversChannel;

  RecipientResolver(
      RequestRepository requests,
      ReadableSubscriptions subscriptions,
      PermissionEvaluator permissions,
      JoinRepository joins,
      ApproversChannel approversChannel) {
    this.requests = requests;
    this.subscriptions = subscriptions;
    this.permissions = permissions;
    this.joins = joins;
    this.approversChannel = approversChannel;
  }

  /**
   * Where the approval card of a request goes: the approvers' channel, and each approver and
   * delegate in person.
   */
  Set<Address> approvers(Request request) {
    Set<Address> to = new LinkedHashSet<>();
    if (request.state() == RequestState.AWAITING_APPROVAL) {
      approversChannel.address().ifPresent(to::add);
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
      permissions.delegates(request).forEach(person -> to.add(new Address.Person(person.id())));
    }
    return to;
  }

  /** Where those are told that a request waits who could decide and haven't. */
  Set<Address> undecided(Request request) {
    Set<Address> to = approvers(request);
    to.removeIf(
        address ->
            address instanceof Address.Person person
                && !permissions.may(new Person(person.entraId(), ""), Permission.APPROVE, request));
    return to;
  }

  /** Those for whom a delegate has just decided. */
  Set<Address> decidedFor(Request request, RequestEvent event) {
    Set<Address> to = new LinkedHashSet<>();
    if (DECISIONS.contains(event.type())) {
      request
          .decisions()
          .get(request.decisions().size() - 1)
          .actingFor()
          .forEach(approver -> to.add(new Address.Person(approver.id())));
    }
    return to;
  }

  /** Those who were asked first, when it escalates; the second group gets the card. */
  private void addAskedFirst(Request request, Set<Address> to) {
    List<String> reserve =
        request.terms().consents().stream()
            .filter(RequiredConsent::isEscalated)
            .flatMap(consent -> consent.window().stream())
            .flatMap(window -> window.reserve().stream())
            .toList();
    requester(request.details(), to);
    approversChannel.address().ifPresent(to::add);
    request.terms().approvers().stream()
        .filter(id -> !reserve.contains(id))
        .forEach(id -> to.add(new Address.Person(id)));
  }

  /** Where the requester of a request is told something. */
  Set<Address> requester(Request request) {
    Set<Address> to = new LinkedHashSet<>();
    requester(request.details(), to);
    return to;
  }

  /** Who is told of an event in a message of its own. */
  Set<Address> of(Request request, RequestEvent event) {
    Set<Address> to = new LinkedHashSet<>();
    boolean goesOn =
        event.type() == RequestEventType.APPROVED && event.state() == RequestState.APPROVED;
    boolean ends = ENDS.contains(event.type());
    if (ends && isToldWithTheRest(request, event)) {
      addJoined(request, to);
      return to;
    }
    if (goesOn
        || ends
        || event.type() == RequestEventType.REJECTED
        || event.type() == RequestEventType.EXPIRED) {
      requester(request.details(), to);
    }
    if (ends) {
      request.decisions().stream()
          .map(Decision::by)
          .forEach(by -> to.add(new Address.Person(by.id())));
    }
    if ((ends && request.terms().approvals() > 0)
        || event.type() == RequestEventType.EXPIRED
        || isChanged(request, event)) {
      approversChannel.address().ifPresent(to::add);
    }
    if (ends) {
      to.addAll(subscriptions.of(request));
    }
    if (request.emergency().isDeclared()) {
      addOfEmergency(request, event, to);
    }
    if (event.type() == RequestEventType.UNKNOWN) {
      // Any of them can settle it, not only who had decided.
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
      approversChannel.address().ifPresent(to::add);
    }
    if (ASKED_AGAIN.contains(event.type())) {
      requester(request.details(), to);
      to.addAll(approvers(request));
    }
    if (event.type() == RequestEventType.ESCALATED) {
      addAskedFirst(request, to);
    }
    if (event.type() == RequestEventType.CHECKLIST_REMINDED) {
      addOfChecklist(request, to);
    }
    if (event.type() == RequestEventType.SETTLING_FAILED || isSettledForAll(request, event)) {
      requester(request.details(), to);
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
      approversChannel.address().ifPresent(to::add);
    }
    if (ends || TOLD_TO_JOINED.contains(event.type()) || isSettledForAll(request, event)) {
      addJoined(request, to);
    }
    removeDoubles(request.details(), to);
    if (ends) {
      requesterOfParent(request, to);
    }
    return to;
  }

  /** How a part ended is told with how all of them did; only an unknown outcome can't wait. */
  private static boolean isToldWithTheRest(Request request, RequestEvent event) {
    return request.details().isPart() && event.type() != RequestEventType.UNKNOWN;
  }

  /** The requester, and those who have begun with it. */
  private static void addOfChecklist(Request request, Set<Address> to) {
    requester(request.details(), to);
    request.completed().checklist().entries().stream()
        .filter(ChecklistTransitions.Entry::isTickedByPerson)
        .flatMap(entry -> entry.tick().stream())
        .map(tick -> tick.by().id())
        .forEach(id -> to.add(new Address.Person(id)));
  }

  private void addJoined(Request request, Set<Address> to) {
    joins.of(request.id()).stream()
        .filter(person -> !request.details().isRequestedBy(person))
        .filter(person -> !person.actsAsApplication())
        .forEach(person -> to.add(new Address.Person(person.id())));
  }

  /** Those who would have decided learn of it at once, and of what came of it. */
  private void addOfEmergency(Request request, RequestEvent event, Set<Address> to) {
    boolean announced = event.type() == RequestEventType.SUBMITTED;
    if (announced || ENDS.contains(event.type())) {
      to.addAll(reviewers(request));
    }
    if (announced) {
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
      to.addAll(subscriptions.of(request));
    }
    if (event.type() == RequestEventType.REVIEWED) {
      requester(request.details(), to);
    }
  }

  /** Who is asked to review an emergency. */
  Set<Address> reviewers(Request request) {
    Set<Address> to = new LinkedHashSet<>();
    approversChannel.address().ifPresent(to::add);
    request.emergency().declared().stream()
        .flatMap(declared -> declared.reviewers().stream())
        .forEach(id -> to.add(new Address.Person(id)));
    return to;
  }

  /** Who has requested what is followed up waits for that, too. */
  private void requesterOfParent(Request request, Set<Address> to) {
    request
        .details()
        .followUpOf()
        .flatMap(requests::find)
        .map(Request::details)
        .ifPresent(
            parent -> {
              requester(parent, to);
              removeDoubles(parent, to);
            });
  }

  /** The chat where it began is the requester's own: a subscription there tells nothing more. */
  private static void removeDoubles(RequestDetails details, Set<Address> to) {
    if (details.submission().origin().personal()) {
      to.remove(new Address.Person(details.requester().id()));
    }
  }

  /** It wasn't stored as it was written: who approves should know, whatever it says now. */
  private static boolean isChanged(Request request, RequestEvent event) {
    return event.type() == RequestEventType.VOIDED
        && request
            .outcome()
            .filter(end -> end.message().code().equals("start.changed"))
            .isPresent();
  }

  /** Not while it is only looked up: what comes of that is told. */
  private static boolean isSettledForAll(Request request, RequestEvent event) {
    return event.type() == RequestEventType.SETTLED && request.resolution().inProgress().isEmpty();
  }

  /**
   * Where it began, and the requester in person; both are one where it began in the requester's own
   * chat. Who asked through the HTTP API asks there how it went.
   */
  private static void requester(RequestDetails details, Set<Address> to) {
    RequestOrigin origin = details.submission().origin();
    if (!origin.inChat()) {
      return;
    }
    to.add(new Address.Conversation(origin.conversation()));
    if (!origin.personal()) {
      to.add(new Address.Person(details.requester().id()));
    }
  }
}
