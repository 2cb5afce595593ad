package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down in the audit log which policy replaced which, and what changed. */
@Component
class PolicyChangeLog {

  private final RequestEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PolicyChangeLog(RequestEventPublisher events, TransactionTemplate transaction, Clock clock) {
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Before it's in force: what can't be written down doesn't count. */
  void changed(Policy before, Policy next) {
    String words =
        "%s, before %s, read at %s. %s"
            .formatted(
                next.digest(),
                before.digest(),
                clock.instant(),
                String.join("; ", PolicyDescription.changes(before, next)));
    transaction.executeWithoutResult(
        status ->
            events.publish(
                new AuditEvent(
                    RequestId.NONE,
                    AuditEventType.POLICY_CHANGED,
                    Optional.empty(),
                    Person.HOLDFAST,
                    clock.instant(),
                    words)));
  }
}
