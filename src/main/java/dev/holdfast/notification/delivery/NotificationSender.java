package dev.holdfast.notification.delivery;

import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.card.AutoRefreshPolicy;
import dev.holdfast.notification.card.Reader;
import dev.holdfast.notification.card.RequestCardRenderer;
import dev.holdfast.notification.card.ViewerContext;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestRepository;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws what a row of the outbox asks for, as it is now, and hands it to the messenger. */
@Component
class NotificationSender {

  private final RequestRepository requests;
  private final PostedCardRepository posts;
  private final PersonDirectory people;
  private final RequestCardRenderer cards;
  private final Messenger messenger;

  NotificationSender(
      RequestRepository requests,
      PostedCardRepository posts,
      PersonDirectory people,
      RequestCardRenderer cards,
      Messenger messenger) {
    this.requests = requests;
    this.posts = posts;
    this.people = people;
    this.cards = cards;
    this.messenger = messenger;
  }

  /** Whether it is to be a new message, of which there could be two. */
  boolean sendsAnew(OutboxRepository.Row row) {
    return switch (row.kind()) {
      case NOTICE, NO_APPROVER -> true;
      case LEFT -> false;
      case CARD ->
          posts.find(row.post().orElseThrow()).filter(post -> post.posted().isEmpty()).isPresent();
    };
  }

  /** Whether there was still something to send. */
  boolean tell(OutboxRepository.Row row) {
    Request request = requests.find(row.request()).orElseThrow();
    if (row.kind() == OutboxRepository.Kind.NOTICE) {
      RequestEventType what = row.what().orElseThrow();
      messenger.post(row.address(), cards.notice(request, what, zoneOf(row.address(), request)));
      return true;
    }
    if (row.kind() == OutboxRepository.Kind.NO_APPROVER) {
      Optional<Card> card = cards.unreachableApprovers(request);
      card.ifPresent(told -> messenger.post(row.address(), told));
      return card.isPresent();
    }
    if (row.kind() == OutboxRepository.Kind.LEFT) {
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
                cards.of(request, post.kind(), reading(post.address(), request)),
                row,
                request));
    return wanted.isPresent();
  }

  /** A card that is gone misleads nobody. */
  private void leave(Posted card, OutboxRepository.Row row, Request request) {
    try {
      messenger.update(card, cards.left(request, reading(row.address(), request), row.createdAt()));
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

  /** In a chat of their own people have at once what is theirs. */
  private ViewerContext reading(Address address, Request request) {
    ZoneId zone = zoneOf(address, request);
    RequestDetails details = request.details();
    if (address instanceof Address.Person person) {
      return new ViewerContext(readerOf(person.entraId(), request), false, zone);
    }
    boolean requestersOwn =
        details.origin().personal()
            && address.equals(new Address.Conversation(details.origin().conversation()));
    return requestersOwn
        ? new ViewerContext(Reader.ASKED, false, zone)
        : ViewerContext.byEverybody(zone);
  }

  /** As the request was submitted; what a click may do is asked of the policy. */
  private static Reader readerOf(String entraId, Request request) {
    if (request.details().requester().id().equalsIgnoreCase(entraId)) {
      return Reader.ASKED;
    }
    if (request.details().approvers().stream().noneMatch(entraId::equalsIgnoreCase)) {
      return Reader.LOOKS_ON;
    }
    return AutoRefreshPolicy.hasDecided(request, entraId) ? Reader.INVOLVED : Reader.DECIDES;
  }

  /** A person reads in the own zone; a place without one reads in the requester's. */
  private ZoneId zoneOf(Address address, Request request) {
    Optional<ZoneId> own =
        address instanceof Address.Person person
            ? people.find(person.entraId()).flatMap(PersonDirectory.Known::zone)
            : Optional.empty();
    return own.orElse(request.details().zone());
  }
}
