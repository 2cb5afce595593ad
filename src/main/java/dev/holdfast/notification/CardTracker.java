package dev.holdfast.notification;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings up to date from now on what was posted because somebody asked. In each conversation one
 * card follows a request, the newest; the one before is told that it is left.
 */
@Service
public class CardTracker {

  private final RequestRepository requests;
  private final PostedCardRepository posts;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final Clock clock;

  CardTracker(
      RequestRepository requests,
      PostedCardRepository posts,
      OutboxRepository outbox,
      DeliveryTask deliveries,
      Clock clock) {
    this.requests = requests;
    this.posts = posts;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Follows with a card that is there.
   *
   * @param drawn the request's version that the card shows
   * @param address where the card would be posted again if somebody deleted it
   */
  @Transactional
  public void follow(RequestId request, long drawn, Address address, Posted card) {
    if (card.activity().isEmpty()) {
      return;
    }
    Optional<PostedCardRepository.Post> before = inSamePlace(request, address, card);
    before.ifPresentOrElse(
        post -> takeOver(post, card),
        () -> posts.add(request, PostedCardRepository.Kind.REQUEST, address, Optional.of(card)));
    boolean moved = requests.find(request).filter(now -> now.version() != drawn).isPresent();
    if (moved) {
      inSamePlace(request, address, card)
          .map(post -> outbox.addCard(request, post, clock.instant()))
          .ifPresent(deliveries::schedule);
    }
  }

  /** Whether a message shows a request and is kept up to date. */
  public boolean isTracked(Posted message) {
    return posts.isThere(message);
  }

  private Optional<PostedCardRepository.Post> inSamePlace(
      RequestId request, Address address, Posted card) {
    return posts.of(request).stream()
        .filter(
            post ->
                post.address().equals(address)
                    || post.posted()
                        .map(Posted::conversation)
                        .equals(Optional.of(card.conversation())))
        .findFirst();
  }

  private void takeOver(PostedCardRepository.Post post, Posted card) {
    PostedCardRepository.Post known = post;
    while (!posts.delivered(known.id(), card, known.posted())) {
      // The card before was just delivered.
      known = posts.find(post.id()).orElseThrow();
    }
    known
        .posted()
        .filter(old -> !old.equals(card))
        .map(old -> outbox.addLeft(post.request(), post.address(), old, clock.instant()))
        .ifPresent(deliveries::schedule);
  }
}
