package dev.holdfast.notification;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationListener;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A delegate is told, and gets what waits for a decision; of the end both are told. */
@Component
class DelegationNotifications implements DelegationListener {

  private final RequestRepository requests;
  private final PermissionEvaluator permissions;
  private final PostedCardRepository posts;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;

  DelegationNotifications(
      RequestRepository requests,
      PermissionEvaluator permissions,
      PostedCardRepository posts,
      OutboxRepository outbox,
      DeliveryTask deliveries) {
    this.requests = requests;
    this.permissions = permissions;
    this.posts = posts;
    this.outbox = outbox;
    this.deliveries = deliveries;
  }

  @Override
  public void started(Delegation delegation) {
    Address to = new Address.Person(delegation.to().id());
    tell(delegation, OutboxKind.DELEGATED, to, delegation.since());
    for (Request request : requests.awaitingApproval()) {
      if (permissions.may(delegation.to(), Permission.APPROVE, request)) {
        if (cards(request, to).isEmpty()) {
          posts.add(request.id(), PostedCardRepository.Kind.APPROVAL, to, Optional.empty());
        }
        draw(request, to, delegation.since());
      }
    }
  }

  /** Cards that the delegate has lose their buttons. */
  @Override
  public void ended(Delegation delegation) {
    Instant at = delegation.end().orElseThrow().at();
    Address to = new Address.Person(delegation.to().id());
    tell(delegation, OutboxKind.DELEGATION_ENDED, to, at);
    Address from = new Address.Person(delegation.from().id());
    tell(delegation, OutboxKind.DELEGATION_ENDED, from, at);
    requests.awaitingApproval().forEach(request -> draw(request, to, at));
  }

  private void draw(Request request, Address to, Instant now) {
    cards(request, to)
        .forEach(post -> deliveries.schedule(outbox.addCard(request.id(), post, now)));
  }

  private List<PostedCardRepository.Post> cards(Request request, Address to) {
    return posts.of(request.id()).stream()
        .filter(post -> post.kind() == PostedCardRepository.Kind.APPROVAL)
        .filter(post -> post.address().equals(to))
        .toList();
  }

  private void tell(Delegation delegation, OutboxKind kind, Address address, Instant now) {
    deliveries.schedule(outbox.addDelegation(delegation.id(), kind, address, now));
  }
}
