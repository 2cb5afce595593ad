package dev.holdfast.chat;

import dev.holdfast.approval.Approvals;
import dev.holdfast.approval.Policy;
import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Reader;
import dev.holdfast.notice.Reading;
import dev.holdfast.notice.RequestCards;
import dev.holdfast.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows each person of a request what is theirs, as the policy stands now. */
@Component
class Views {

  private final RequestCards cards;
  private final Approvals approvals;
  private final Policy policy;

  Views(RequestCards cards, Approvals approvals, Policy policy) {
    this.cards = cards;
    this.approvals = approvals;
    this.policy = policy;
  }

  /**
   * What the person alone sees; followed where an older client can show it only as a message.
   *
   * @param commentError why a comment was not taken; empty when there is nothing to say
   */
  Reaction own(
      Request request, Speaker who, Place where, Optional<Banner> banner, String commentError) {
    Card card = cards.of(request, reading(request, who, where), banner, commentError);
    return new Reaction.Show(
        card, false, Optional.of(Follow.of(request, new Address.Person(who.id()))));
  }

  /** What is posted in answer to the person: among others it has nobody's buttons. */
  Card posted(Request request, Speaker who, Place where, Optional<Banner> banner) {
    return isShared(where)
        ? cards.of(request, Reading.byEverybody(who.zone()), banner)
        : cards.of(request, reading(request, who, where), banner);
  }

  private Reading reading(Request request, Speaker who, Place where) {
    return new Reading(reader(request, who), isShared(where), who.zone());
  }

  Reader reader(Request request, Speaker who) {
    if (approvals.canDecide(request, who.person())) {
      return Reader.DECIDES;
    }
    if (who.person().isSameAs(request.terms().requester())) {
      return Reader.ASKED;
    }
    return policy.mayDecide(who.person(), request.terms().work())
        ? Reader.INVOLVED
        : Reader.LOOKS_ON;
  }

  private static boolean isShared(Place where) {
    return where.kind() != Place.Kind.PERSONAL;
  }
}
