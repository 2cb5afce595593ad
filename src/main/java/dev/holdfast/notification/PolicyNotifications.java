package dev.holdfast.notification;

import dev.holdfast.approval.policy.guard.PolicyProposal;
import dev.holdfast.approval.policy.guard.PolicyProposalListener;
import dev.holdfast.approval.policy.guard.PolicyProposals;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.policy.PolicyCardRepository;
import dev.holdfast.notification.policy.PolicyCardRepository.PolicyCard;
import dev.holdfast.notification.store.OutboxRepository;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives each guardian a card of a proposed policy, and keeps it up to date. */
@Component
class PolicyNotifications implements PolicyProposalListener {

  private final PolicyCardRepository posts;
  private final PolicyProposals proposals;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final Clock clock;

  PolicyNotifications(
      PolicyCardRepository posts,
      PolicyProposals proposals,
      OutboxRepository outbox,
      DeliveryTask deliveries,
      Clock clock) {
    this.posts = posts;
    this.proposals = proposals;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void changed(PolicyProposal proposal, List<String> guardians) {
    guardians.forEach(id -> posts.add(proposal.id(), new Address.Person(id)));
    posts.of(proposal.id()).forEach(this::deliver);
  }

  @Override
  public void waits(PolicyProposal proposal, List<String> guardians) {
    Set<Long> known =
        posts.of(proposal.id()).stream().map(PolicyCard::id).collect(Collectors.toSet());
    guardians.forEach(id -> posts.add(proposal.id(), new Address.Person(id)));
    posts.of(proposal.id()).stream()
        .filter(card -> !known.contains(card.id()))
        .forEach(this::deliver);
  }

  /** A guardian has the app anew, perhaps in another chat. */
  void postAnew(Address.Person person) {
    proposals.pending().stream()
        .flatMap(proposal -> posts.of(proposal.id()).stream())
        .filter(card -> card.address().toString().equalsIgnoreCase(person.toString()))
        .forEach(
            card -> {
              posts.notPosted(card.id());
              deliver(card);
            });
  }

  private void deliver(PolicyCard card) {
    deliveries.schedule(outbox.addPolicyCard(card.id(), card.address(), clock.instant()));
  }
}
