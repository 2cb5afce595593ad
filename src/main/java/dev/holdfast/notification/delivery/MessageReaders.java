package dev.holdfast.notification.delivery;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestRepository;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether a message about a request may still go where it was meant to: since it was written, the
 * policy may have changed.
 */
@Component
class MessageReaders {

  private final RequestRepository requests;
  private final ReadingRights rights;
  private final ReadableSubscriptions subscriptions;
  private final ApproversChannel approversChannel;

  MessageReaders(
      RequestRepository requests,
      ReadingRights rights,
      ReadableSubscriptions subscriptions,
      ApproversChannel approversChannel) {
    this.requests = requests;
    this.rights = rights;
    this.subscriptions = subscriptions;
    this.approversChannel = approversChannel;
  }

  /**
   * A card in a conversation was asked for there by somebody who could see the request then, and it
   * says to others no more than that person showed them.
   */
  boolean maySee(OutboxRepository.Row row, Request request) {
    if (row.address() instanceof Address.Person person) {
      return rights.mayBeTold(new Person(person.entraId(), ""), request);
    }
    return row.kind() != OutboxKind.NOTICE || isTold(row.address(), request);
  }

  private boolean isTold(Address conversation, Request request) {
    return approversChannel.address().filter(conversation::equals).isPresent()
        || Stream.concat(Stream.of(request), parent(request).stream())
            .map(one -> one.details().submission().origin().conversation())
            .map(Address.Conversation::new)
            .anyMatch(conversation::equals)
        || subscriptions.of(request).contains(conversation);
  }

  private Optional<Request> parent(Request request) {
    return request.details().followUpOf().flatMap(requests::find);
  }
}
