package dev.holdfast.notification;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.RequestId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Schedules updates of posted cards for reasons other than an event of their request. */
@Component
class CardUpdates {

  private final PostedCardRepository posts;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final Clock clock;

  CardUpdates(
      PostedCardRepository posts, OutboxRepository outbox, DeliveryTask deliveries, Clock clock) {
    this.posts = posts;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Has the cards that show whom messages about a request reach drawn anew.
   *
   * @param reached where a message just arrived or didn't: a card there says so to nobody new
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void redraw(RequestId request, Address reached) {
    posts.of(request).stream()
        .filter(post -> post.kind() == PostedCardRepository.Kind.REQUEST)
        .filter(post -> !post.address().equals(reached))
        .forEach(this::schedule);
  }

  /** Has every card that shows a request drawn anew. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void redraw(RequestId request) {
    posts.of(request).forEach(this::schedule);
  }

  /** Has a card posted again as a new message; the old one says that there is a newer one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void postAnew(PostedCardRepository.Post post) {
    post.posted()
        .map(old -> outbox.addLeft(post.request(), post.address(), old, clock.instant()))
        .ifPresent(deliveries::schedule);
    posts.notPosted(post.id());
    schedule(post);
  }

  private void schedule(PostedCardRepository.Post post) {
    deliveries.schedule(outbox.addCard(post.request(), post, clock.instant()));
  }
}
