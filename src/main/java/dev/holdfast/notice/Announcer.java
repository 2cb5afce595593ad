package dev.holdfast.notice;

import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.request.Incident;
import dev.holdfast.request.Origin;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.Requests;
import dev.holdfast.trail.Trail;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down, in the transaction of an event, everything that has to be told because of it. */
@Component
class Announcer {

  private static final Logger log = LoggerFactory.getLogger(Announcer.class);

  private final Requests requests;
  private final Posts posts;
  private final Outbox outbox;
  private final Audience audience;
  private final Deliveries deliveries;

  Announcer(
      Requests requests, Posts posts, Outbox outbox, Audience audience, Deliveries deliveries) {
    this.requests = requests;
    this.posts = posts;
    this.outbox = outbox;
    this.audience = audience;
    this.deliveries = deliveries;
  }

  @EventListener
  void on(RequestEvent event) {
    Request request =
        requests
            .find(event.request())
            .orElseThrow(() -> new IllegalStateException("no " + event.request()));
    try (Trail trail = Trail.request(event.request().toString())) {
      log.info("{}: {}, and is {}", event.request(), event.what(), event.state());
    }
    if (event.what() == What.SUBMITTED) {
      placeCards(request);
    }
    for (Posts.Post post : posts.of(event.request())) {
      deliveries.schedule(outbox.addCard(event.request(), post, event.at()));
    }
    for (Address address : audience.of(request, event)) {
      deliveries.schedule(outbox.addNotice(event.request(), address, event.what(), event.at()));
    }
  }

  /**
   * Writes down that a message will never arrive, and that the requester is to see it: only the
   * requester can find another way.
   */
  @Transactional
  public void giveUp(Outbox.Row row, UndeliverableException why, Instant now) {
    outbox.giveUp(row.id(), why.hindrance(), String.valueOf(why.getMessage()), now);
    requests.find(row.request()).ifPresent(request -> record(request, row, why, now));
    posts.of(row.request()).stream()
        .filter(post -> post.kind() == Posts.Kind.REQUEST)
        .filter(post -> !post.address().equals(row.address()))
        .forEach(post -> deliveries.schedule(outbox.addCard(row.request(), post, now)));
  }

  private void record(Request request, Outbox.Row row, UndeliverableException why, Instant now) {
    requests.record(
        new Incident(
            request.id(),
            Incident.What.NOTICE_GIVEN_UP,
            request.state(),
            Person.HOLDFAST,
            now,
            "%s%s to %s: %s, %s"
                .formatted(
                    row.kind(),
                    row.what().map(what -> " " + what).orElse(""),
                    row.address(),
                    why.hindrance(),
                    why.getMessage())));
  }

  /** The review card becomes the request's card; the approvers get theirs. */
  private void placeCards(Request request) {
    Origin origin = request.terms().origin();
    posts.add(
        request.id(),
        Posts.Kind.REQUEST,
        new Address.Conversation(origin.conversation()),
        Optional.of(new Posted(origin.conversation(), origin.message())));
    for (Address address : audience.approvers(request)) {
      posts.add(request.id(), Posts.Kind.APPROVAL, address, Optional.empty());
    }
  }
}
