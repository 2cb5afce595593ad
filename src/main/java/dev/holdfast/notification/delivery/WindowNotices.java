package dev.holdfast.notification.delivery;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.notification.card.WindowNoticeRenderer;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestRepository;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends reminders, warnings, and what a delegate decided, if that still says something. */
@Component
class WindowNotices {

  private final RequestRepository requests;
  private final PermissionEvaluator permissions;
  private final ViewerResolver viewers;
  private final WindowNoticeRenderer cards;
  private final Messenger messenger;

  WindowNotices(
      RequestRepository requests,
      PermissionEvaluator permissions,
      ViewerResolver viewers,
      WindowNoticeRenderer cards,
      Messenger messenger) {
    this.requests = requests;
    this.permissions = permissions;
    this.viewers = viewers;
    this.cards = cards;
    this.messenger = messenger;
  }

  /** Whether there was still something to say. */
  boolean tell(OutboxRepository.Row row) {
    Request request = requests.find(row.request()).orElseThrow();
    Optional<Card> card = card(row, request, viewers.zoneOf(row.address(), request));
    card.ifPresent(told -> messenger.post(row.address(), told));
    return card.isPresent();
  }

  private Optional<Card> card(OutboxRepository.Row row, Request request, ZoneId zone) {
    if (row.kind() == OutboxKind.DECIDED_FOR_YOU) {
      return row.address() instanceof Address.Person approver
          ? cards.decidedFor(request, new Person(approver.entraId(), ""), zone)
          : Optional.empty();
    }
    if (request.state() != RequestState.AWAITING_APPROVAL) {
      return Optional.empty();
    }
    if (row.kind() == OutboxKind.EXPIRY_WARNING) {
      return Optional.of(cards.expiryWarning(request, zone));
    }
    boolean decided =
        row.address() instanceof Address.Person approver
            && !permissions.may(new Person(approver.entraId(), ""), Permission.APPROVE, request);
    return decided ? Optional.empty() : Optional.of(cards.reminder(request, zone));
  }
}
