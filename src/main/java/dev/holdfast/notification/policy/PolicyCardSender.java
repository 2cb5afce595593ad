package dev.holdfast.notification.policy;

import dev.holdfast.approval.policy.guard.PolicyProposal;
import dev.holdfast.approval.policy.guard.PolicyProposals;
import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.policy.PolicyCardRepository.PolicyCard;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Posts a guardian's card of a proposed policy, or brings it up to date. */
@Component
public class PolicyCardSender {

  private final PolicyCardRepository posts;
  private final PolicyProposals proposals;
  private final PolicyProposalCard cards;
  private final PersonDirectory people;
  private final Messenger messenger;

  PolicyCardSender(
      PolicyCardRepository posts,
      PolicyProposals proposals,
      PolicyProposalCard cards,
      PersonDirectory people,
      Messenger messenger) {
    this.posts = posts;
    this.proposals = proposals;
    this.cards = cards;
    this.people = people;
    this.messenger = messenger;
  }

  /** Whether it is to be a new message, of which there could be two. */
  public boolean sendsAnew(long card) {
    return posts.find(card).filter(post -> post.posted().isEmpty()).isPresent();
  }

  /** Whether there was still something to send: nobody gets a new card of what is decided. */
  public boolean tell(long card) {
    PolicyCard post = posts.find(card).orElseThrow();
    PolicyProposal proposal = proposals.find(post.proposal()).orElseThrow();
    if (post.posted().isPresent()) {
      update(post, proposal);
    } else if (proposal.isPending()) {
      post(post, proposal);
    }
    return post.posted().isPresent() || proposal.isPending();
  }

  private void update(PolicyCard post, PolicyProposal proposal) {
    try {
      messenger.update(post.posted().orElseThrow(), drawn(post, proposal));
    } catch (DeliveryException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
      if (proposal.isPending()) {
        post(post, proposal);
      }
    }
  }

  private void post(PolicyCard post, PolicyProposal proposal) {
    posts.delivered(post.id(), messenger.post(post.address(), drawn(post, proposal)));
  }

  private Card drawn(PolicyCard post, PolicyProposal proposal) {
    String reader = post.address() instanceof Address.Person person ? person.entraId() : "";
    ZoneId zone = people.find(reader).flatMap(PersonDirectory.Known::zone).orElse(ZoneOffset.UTC);
    return cards.of(proposal, reader, zone);
  }
}
