package dev.holdfast.notice;

import dev.holdfast.notice.Address;
import dev.holdfast.notice.ModeNoticeFace;
import dev.holdfast.notice.NotificationProperties;
import dev.holdfast.notice.SubscriptionRepository;

import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.RequestState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who gets a message of its own when something happens; cards that stand already are brought up to
 * date for everybody.
 */
@Component
class RecipientResolver {

  private static final Set<What> ENDS =
      Set.of(What.SUCCEEDED, What.FAILED, What.UNKNOWN, What.VOIDED);

  private final SubscriptionRepository subscriptions;
  private final Optional<Address> approversChannel;

  RecipientResolver(SubscriptionRepository subscriptions, NotificationProperties properties) {
    this.subscriptions = subscriptions;
    this.approversChannel =
        properties.approversChannel().filter(id -> !id.isBlank()).map(Address.Conversation::new);
  }

  /**
   * Where the approval card of a request goes: the approvers' channel, and each approver in person.
   */
  Set<Address> approvers(Request request) {
    Set<Address> to = new LinkedHashSet<>();
    if (request.state() == RequestState.AWAITING_APPROVAL) {
      approversChannel.ifPresent(to::add);
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
    }
    return to;
  }

  /** Where the requester of a request is told something. */
  Set<Address> requester(Request request) {
    Set<Address> to = new LinkedHashSet<>();
    requester(request.terms(), to);
    return to;
  }

  /** Who is told of an event in a message of its own. */
  Set<Address> of(Request request, RequestEvent event) {
    Set<Address> to = new LinkedHashSet<>();
    boolean goesOn = event.what() == What.APPROVED && event.state() == RequestState.APPROVED;
    boolean ends = ENDS.contains(event.what());
    if (goesOn || ends || event.what() == What.REJECTED || event.what() == What.EXPIRED) {
      requester(request.terms(), to);
    }
    if (ends) {
      request.decisions().stream()
          .map(Decision::by)
          .forEach(by -> to.add(new Address.Person(by.id())));
    }
    if ((ends && request.terms().approvals() > 0) || event.what() == What.EXPIRED) {
      approversChannel.ifPresent(to::add);
    }
    if (ends) {
      to.addAll(
          subscriptions.to(
              List.of(
                  request.terms().work().source().id(), request.terms().work().affected().id())));
    }
    if (event.what() == What.UNKNOWN) {
      // Any of them can settle it, not only who had decided.
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
      approversChannel.ifPresent(to::add);
    }
    if (event.what() == What.SETTLING_FAILED || isSettledForAll(request, event)) {
      requester(request.terms(), to);
      request.terms().approvers().forEach(id -> to.add(new Address.Person(id)));
      approversChannel.ifPresent(to::add);
    }
    if (ModeNoticeFace.isAbout(event.what())) {
      requester(request.terms(), to);
      to.add(new Address.Person(request.leaving().wish().by().id()));
    }
    if (request.terms().origin().personal()) {
      // The chat where it began is the requester's own: a subscription there tells nothing more.
      to.remove(new Address.Person(request.terms().requester().id()));
    }
    return to;
  }

  /** Not while it is only looked up: what comes of that is told. */
  private static boolean isSettledForAll(Request request, RequestEvent event) {
    return event.what() == What.SETTLED && request.settling().pending().isEmpty();
  }

  /**
   * Where it began, and the requester in person; both are one where it began in the requester's own
   * chat.
   */
  private static void requester(RequestDetails terms, Set<Address> to) {
    to.add(new Address.Conversation(terms.origin().conversation()));
    if (!terms.origin().personal()) {
      to.add(new Address.Person(terms.requester().id()));
    }
  }
}
