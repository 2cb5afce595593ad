package dev.holdfast.notice;

import dev.holdfast.request.RequestId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has every card that shows a request drawn again. */
@Component
class CardUpdater {

  private final Posts posts;
  private final Outbox outbox;
  private final Deliveries deliveries;

  CardUpdater(Posts posts, Outbox outbox, Deliveries deliveries) {
    this.posts = posts;
    this.outbox = outbox;
    this.deliveries = deliveries;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void update(RequestId request, Instant now) {
    for (Posts.Post post : posts.of(request)) {
      deliveries.schedule(outbox.addCard(request, post, now));
    }
  }
}
