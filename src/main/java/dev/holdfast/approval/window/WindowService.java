package dev.holdfast.approval.window;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.window.WindowPoint.Kind;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.request.window.ConsentWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what is due while a request awaits approval, each thing once. The request is locked
 * meanwhile, so nothing is told of one that somebody has just decided about.
 */
@Service
public class WindowService {

  private final RequestRepository requests;
  private final WindowEvents events;
  private final PermissionEvaluator permissions;
  private final List<WindowListener> listeners;
  private final Clock clock;

  WindowService(
      RequestRepository requests,
      WindowEvents events,
      PermissionEvaluator permissions,
      List<WindowListener> listeners,
      Clock clock) {
    this.requests = requests;
    this.events = events;
    this.permissions = permissions;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Has read again who is asked. No transaction may wait for it. */
  void prepare(RequestId id) {
    requests
        .find(id)
        .map(request -> request.details().spec())
        .ifPresent(permissions.groups()::refresh);
  }

  /** Does nothing if it was done before, or is no longer due. */
  @Transactional
  void due(RequestId id, WindowPoint point) {
    Instant now = clock.instant();
    requests
        .lock(id)
        .filter(request -> isDue(request, point, now))
        .filter(request -> events.add(id, point, now))
        .ifPresent(request -> act(request, point, now));
  }

  private static boolean isDue(Request request, WindowPoint point, Instant now) {
    return request.state() == RequestState.AWAITING_APPROVAL
        && now.isBefore(request.terms().expiresAt())
        && !now.isBefore(point.at())
        && WindowPoint.of(request).contains(point)
        && !isOvertaken(request, point, now);
  }

  /** After a time without Holdfast, one reminder is enough. */
  private static boolean isOvertaken(Request request, WindowPoint point, Instant now) {
    return point.kind() == Kind.REMINDER
        && WindowPoint.of(request).stream()
            .filter(other -> other.kind() == Kind.REMINDER)
            .anyMatch(other -> other.at().isAfter(point.at()) && !now.isBefore(other.at()));
  }

  private void act(Request request, WindowPoint point, Instant now) {
    switch (point.kind()) {
      case REMINDER -> listeners.forEach(listener -> listener.reminderDue(request));
      case EXPIRY_WARNING -> listeners.forEach(listener -> listener.expiryNear(request));
      case ESCALATION -> escalate(request, point, now);
    }
  }

  /** To those whom the policy names now; if it names nobody any more, nothing happens. */
  private void escalate(Request request, WindowPoint point, Instant now) {
    List<RequiredConsent> required = permissions.consentsNow(request);
    ApprovalTerms terms = request.terms().stricterOf(required);
    List<RequiredConsent> escalated =
        terms.consents().stream()
            .filter(consent -> point.escalated(request).contains(consent.key()))
            .filter(consent -> !reserve(consent).isEmpty())
            .toList();
    if (escalated.isEmpty()) {
      requireKnown(request);
    }
    if (!escalated.isEmpty()) {
      Set<String> keys = escalated.stream().map(RequiredConsent::key).collect(Collectors.toSet());
      List<String> people =
          escalated.stream().flatMap(consent -> reserve(consent).stream()).distinct().toList();
      RequestEvent event =
          request.approval().escalate(required, keys, "to " + String.join(", ", people), now);
      requests.save(request, event);
    }
  }

  /** Whom it isn't known that there is could be asked in a while. */
  private void requireKnown(Request request) {
    request.details().spec().environments().stream()
        .flatMap(use -> permissions.groups().unreadableReserve(use).stream())
        .findFirst()
        .ifPresent(
            why -> {
              throw new IllegalStateException(StoredMessage.english(why));
            });
  }

  private static List<String> reserve(RequiredConsent consent) {
    return consent.window().map(ConsentWindow::reserve).orElse(List.of());
  }
}
