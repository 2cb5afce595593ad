package dev.holdfast.notice;

import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.request.AuditEvent;
import dev.holdfast.request.AuditEventType;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestRepository;
import dev.holdfast.support.LogContext;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down, in the transaction of an event, everything that has to be told because of it. */
@Component
class NotificationListener {

  private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);

  private final RequestRepository requests;
  private final PostedCardRepository posts;
  private final OutboxRepository outbox;
  private final RecipientResolver audience;
  private final ApproverReach reach;
  private final CardUpdates cards;
  private final DeliveryTask deliveries;

  NotificationListener(
      RequestRepository requests,
      PostedCardRepository posts,
      OutboxRepository outbox,
      RecipientResolver audience,
      ApproverReach reach,
      CardUpdates cards,
      DeliveryTask deliveries) {
    this.reach = reach;
    this.cards = cards;
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
    try (LogContext trail = LogContext.request(event.request().toString())) {
      log.info("{}: {}, and is {}", event.request(), event.type(), event.state());
    }
    if (event.type() == RequestEventType.SUBMITTED) {
      placeCards(request);
    }
    for (PostedCardRepository.Post post : posts.of(event.request())) {
      deliveries.schedule(outbox.addCard(event.request(), post, event.at()));
    }
    for (Address address : audience.of(request, event)) {
      deliveries.schedule(outbox.addNotice(event.request(), address, event.type(), event.at()));
    }
  }

  /**
   * Writes down that a message will never arrive, and that the requester is to see it: only the
   * requester can find another way.
   */
  @Transactional
  public void giveUp(OutboxRepository.Row row, DeliveryException why, Instant now) {
    // Of two that are given up at once, the second sees that the first was.
    Optional<Request> found = requests.lock(row.request());
    outbox.giveUp(row.id(), why.hindrance(), String.valueOf(why.getMessage()), now);
    found.ifPresent(request -> record(request, row, why, now));
    found.filter(request -> isNowStuck(request, row)).ifPresent(request -> tellStuck(request, now));
    cards.redraw(row.request(), row.address());
  }

  /** A card arrived that was given up before: the requester no longer sees that it didn't. */
  @Transactional
  public void reached(OutboxRepository.Row row) {
    if (outbox.reached(row)) {
      cards.redraw(row.request(), row.address());
    }
  }

  /** Whether it was this one that made too few approvers of those who can be reached. */
  private boolean isNowStuck(Request request, OutboxRepository.Row row) {
    return row.kind() == OutboxRepository.Kind.CARD
        && reach.isStuck(request)
        && reach.of(request, Optional.of(row.address())).isEnough();
  }

  private void tellStuck(Request request, Instant now) {
    log.warn("{} can't be approved, too few approvers are reached; telling", request.id());
    for (Address address : audience.requester(request)) {
      deliveries.schedule(outbox.addNoApprover(request.id(), address, now));
    }
  }

  private void record(
      Request request, OutboxRepository.Row row, DeliveryException why, Instant now) {
    requests.publish(
        new AuditEvent(
            request.id(),
            AuditEventType.NOTICE_GIVEN_UP,
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

  /** The review card becomes the request's card, if it's known; the approvers get theirs. */
  private void placeCards(Request request) {
    RequestOrigin origin = request.details().origin();
    posts.add(
        request.id(),
        PostedCardRepository.Kind.REQUEST,
        new Address.Conversation(origin.conversation()),
        Optional.of(new Posted(origin.conversation(), origin.message()))
            .filter(form -> !form.activity().isEmpty()));
    for (Address address : audience.approvers(request)) {
      posts.add(request.id(), PostedCardRepository.Kind.APPROVAL, address, Optional.empty());
    }
  }
}
