package dev.holdfast.notification;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.GivenUpMessages;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds missed messages in the outbox. */
@Service
class OutboxMissedMessages implements MissedMessages {

  private static final Logger log = LoggerFactory.getLogger(OutboxMissedMessages.class);

  private final RequestRepository requests;
  private final PostedCardRepository posts;
  private final GivenUpMessages givenUp;
  private final CardUpdates cards;
  private final DeliveryTask deliveries;
  private final PolicyNotifications policies;

  OutboxMissedMessages(
      RequestRepository requests,
      PostedCardRepository posts,
      GivenUpMessages givenUp,
      CardUpdates cards,
      DeliveryTask deliveries,
      PolicyNotifications policies) {
    this.requests = requests;
    this.posts = posts;
    this.givenUp = givenUp;
    this.cards = cards;
    this.deliveries = deliveries;
    this.policies = policies;
  }

  @Override
  @Transactional
  public void resend(Address address) {
    for (GivenUpMessages.Missed missed : givenUp.at(address)) {
      if (givenUp.takeBack(missed.row())) {
        log.info("{} can be reached again, sending outbox row={}", address, missed.row());
        deliveries.schedule(missed.row());
        cards.redraw(missed.request(), address);
      }
    }
  }

  @Override
  @Transactional
  public void resendToNewInstallation(String entraId) {
    Address.Person person = new Address.Person(entraId);
    resend(person);
    policies.postAnew(person);
    requests.awaitingApproval().stream()
        .filter(request -> !request.approval().isDecidedBy(new Person(entraId, "")))
        .forEach(request -> postAnew(request, person));
  }

  private void postAnew(Request request, Address.Person approver) {
    posts.of(request.id()).stream()
        .filter(post -> post.kind() == PostedCardRepository.Kind.APPROVAL)
        .filter(post -> post.address().toString().equalsIgnoreCase(approver.toString()))
        .findFirst()
        .ifPresent(cards::postAnew);
  }
}
