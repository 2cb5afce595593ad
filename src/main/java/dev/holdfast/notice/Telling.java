package dev.holdfast.notice;

import dev.holdfast.card.Card;
import dev.holdfast.notice.UndeliverableException.Reason;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.Requests;
import dev.holdfast.request.State;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws what a row of the outbox asks for, as it is now, and hands it to the messenger. */
@Component
class Telling {

  private final Requests requests;
  private final Posts posts;
  private final People people;
  private final RequestCards cards;
  private final Messenger messenger;

  Telling(Requests requests, Posts posts, People people, RequestCards cards, Messenger messenger) {
    this.requests = requests;
    this.posts = posts;
    this.people = people;
    this.cards = cards;
    this.messenger = messenger;
  }

  /** Whether there was still something to send. */
  boolean tell(Outbox.Row row) {
    Request request = requests.find(row.request()).orElseThrow();
    ZoneId zone = zoneOf(row.address(), request);
    if (row.kind() == Outbox.Kind.NOTICE) {
      What what = row.what().orElseThrow();
      messenger.post(row.address(), cards.notice(request, what, zone));
      return true;
    }
    Optional<Posts.Post> wanted =
        posts
            .find(row.post().orElseThrow())
            .filter(post -> post.posted().isPresent() || isWorthPosting(post, request));
    wanted.ifPresent(post -> bringUpToDate(post, cards.of(request, post.kind(), zone)));
    return wanted.isPresent();
  }

  /** Nobody is sent a card to decide on something that is decided. */
  private static boolean isWorthPosting(Posts.Post post, Request request) {
    return post.kind() == Posts.Kind.REQUEST || request.state() == State.AWAITING_APPROVAL;
  }

  private void bringUpToDate(Posts.Post post, Card card) {
    if (post.posted().isEmpty()) {
      posts.delivered(post.id(), messenger.post(post.address(), card));
      return;
    }
    try {
      messenger.update(post.posted().get(), card);
    } catch (UndeliverableException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
      posts.delivered(post.id(), messenger.post(post.address(), card));
    }
  }

  /** A person reads in the own zone; a place without one reads in the requester's. */
  private ZoneId zoneOf(Address address, Request request) {
    Optional<ZoneId> own =
        address instanceof Address.Person person
            ? people.find(person.entraId()).map(People.Known::zone)
            : Optional.empty();
    return own.orElse(request.terms().zone());
  }
}
