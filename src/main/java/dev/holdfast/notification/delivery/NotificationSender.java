package dev.holdfast.notification.delivery;

import dev.holdfast.card.Card;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.card.RequestCardRenderer;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestRepository;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws what a row of the outbox asks for, as it is now, and hands it to the messenger. */
@Component
class NotificationSender {

  private final RequestRepository requests;
  private final PostedCardRepository posts;
  private final ViewerResolver viewers;
  private final RequestCardRenderer cards;
  private final Messenger messenger;

  NotificationSender(
      RequestRepository requests,
      PostedCardRepository posts,
      ViewerResolver viewers,
      RequestCardRenderer cards,
      Messenger messenger) {
    this.requests = requests;
    this.posts = posts;
    this.viewers = viewers;
    this.cards = cards;
    this.messenger = messenger;
  }

  /** Whether it is to be a new message, of which there could be two. */
  boolean sendsAnew(OutboxRepository.Row row) {
    return switch (row.kind()) {
      case NOTICE,
          NO_APPROVER,
          REVIEW_DUE,
          FROZEN,
          UNFROZEN,
          REMINDER,
          EXPIRY_WARNING,
          DECIDED_FOR_YOU,
          DELEGATED,
          DELEGATION_ENDED,
          SERIES_PAUSED,
          SERIES_ENDED,
          POLICY ->
          true;
      case LEFT -> false;
      case CARD ->
          posts.find(row.post().orElseThrow()).filter(post -> post.posted().isEmpty()).isPresent();
    };
  }

  /** Whether there was still something to send. */
  boolean tell(OutboxRepository.Row row) {
    Request request = requests.find(row.request()).orElseThrow();
    return viewers.maySee(row, request) && tell(row, request);
  }

  private boolean tell(OutboxRepository.Row row, Request request) {
    if (row.kind() == OutboxKind.NOTICE) {
      RequestEventType what = row.what().orElseThrow();
      if (isDoneMeanwhile(request, what)) {
        return false;
      }
      messenger.post(
          row.address(), cards.notice(request, what, viewers.zoneOf(row.address(), request)));
      return true;
    }
    if (row.kind() == OutboxKind.NO_APPROVER) {
      return post(row, cards.unreachableApprovers(request));
    }
    if (row.kind() == OutboxKind.REVIEW_DUE) {
      return post(row, cards.reviewReminder(request, viewers.zoneOf(row.address(), request)));
    }
    if (row.kind() == OutboxKind.LEFT) {
      leave(row.left().orElseThrow(), row, request);
      return true;
    }
    Optional<PostedCardRepository.Post> wanted =
        posts
            .find(row.post().orElseThrow())
            .filter(post -> post.posted().isPresent() || isWorthPosting(post, request));
    wanted.ifPresent(
        post ->
            bringUpToDate(
                post,
                cards.of(request, post.kind(), viewers.of(post.address(), request)),
                row,
                request));
    return wanted.isPresent();
  }

  private static boolean isDoneMeanwhile(Request request, RequestEventType what) {
    return what == RequestEventType.CHECKLIST_REMINDED
        && request.completed().checklist().open().isEmpty();
  }

  private boolean post(OutboxRepository.Row row, Optional<Card> card) {
    card.ifPresent(told -> messenger.post(row.address(), told));
    return card.isPresent();
  }

  /** A card that is gone misleads nobody. */
  private void leave(Posted card, OutboxRepository.Row row, Request request) {
    try {
      messenger.update(
          card, cards.left(request, viewers.of(row.address(), request), row.tries().since()));
    } catch (DeliveryException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
    }
  }

  /** Nobody is sent a card to decide on something that is decided. */
  private static boolean isWorthPosting(PostedCardRepository.Post post, Request request) {
    return post.kind() == PostedCardRepository.Kind.REQUEST
        || request.state() == RequestState.AWAITING_APPROVAL;
  }

  private void bringUpToDate(
      PostedCardRepository.Post post, Card card, OutboxRepository.Row row, Request request) {
    if (post.posted().isEmpty()) {
      post(post, card, row, request);
      return;
    }
    try {
      messenger.update(post.posted().get(), card);
    } catch (DeliveryException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
      post(post, card, row, request);
    }
  }

  /** If somebody asked for the request meanwhile, the card that they got follows it. */
  private void post(
      PostedCardRepository.Post post, Card card, OutboxRepository.Row row, Request request) {
    Posted posted = messenger.post(post.address(), card);
    if (!posts.delivered(post.id(), posted, post.posted())) {
      leave(posted, row, request);
    }
  }
}
