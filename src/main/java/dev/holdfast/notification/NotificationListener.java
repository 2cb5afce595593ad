package dev.holdfast.notification;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.support.LogContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down, in the transaction of an event, every notification that follows from it. */
@Component
public class NotificationListener implements RequestEventListener {

  private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);

  private final RequestRepository requests;
  private final PostedCardRepository posts;
  private final OutboxRepository outbox;
  private final RecipientResolver audience;
  private final DeliveryTask deliveries;

  NotificationListener(
      RequestRepository requests,
      PostedCardRepository posts,
      OutboxRepository outbox,
      RecipientResolver audience,
      DeliveryTask deliveries) {
    this.requests = requests;
    this.posts = posts;
    this.outbox = outbox;
    this.audience = audience;
    this.deliveries = deliveries;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    try (LogContext trail = LogContext.request(event.request().toString())) {
      log.info("{}: {}, and is {}", event.request(), event.type(), event.state());
    }
    if (event.type() == RequestEventType.SUBMITTED) {
      placeCards(request);
    }
    if (event.type() == RequestEventType.REOPENED || event.type() == RequestEventType.ESCALATED) {
      placeMissingCards(request);
    }
    for (PostedCardRepository.Post post : posts.of(event.request())) {
      deliveries.schedule(outbox.addCard(event.request(), post, event.at()));
    }
    for (Address address : audience.decidedFor(request, event)) {
      deliveries.schedule(
          outbox.add(event.request(), OutboxKind.DECIDED_FOR_YOU, address, event.at()));
    }
    for (Address address : audience.of(request, event)) {
      deliveries.schedule(outbox.addNotice(event.request(), address, event.type(), event.at()));
    }
  }

  /** People may approve now who didn't before. */
  private void placeMissingCards(Request request) {
    Set<Address> have =
        posts.of(request.id()).stream()
            .filter(post -> post.kind() == PostedCardRepository.Kind.APPROVAL)
            .map(PostedCardRepository.Post::address)
            .collect(Collectors.toSet());
    audience.approvers(request).stream()
        .filter(address -> !have.contains(address))
        .forEach(
            address ->
                posts.add(
                    request.id(), PostedCardRepository.Kind.APPROVAL, address, Optional.empty()));
  }

  /** The review card becomes the request's card, if it's known; the approvers get theirs. */
  private void placeCards(Request request) {
    RequestOrigin origin = request.details().submission().origin();
    if (origin.inChat()) {
      posts.add(
          request.id(),
          PostedCardRepository.Kind.REQUEST,
          new Address.Conversation(origin.conversation()),
          Optional.of(new Posted(origin.conversation(), origin.message()))
              .filter(form -> !form.activity().isEmpty()));
    }
    for (Address address : audience.approvers(request)) {
      posts.add(request.id(), PostedCardRepository.Kind.APPROVAL, address, Optional.empty());
    }
  }
}
