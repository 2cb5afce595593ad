package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.compare.PolicyComparison;
import dev.holdfast.approval.policy.file.PolicyDescription;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageFormatter;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down in the audit log which policy replaced which and what changed, and what guardians
 * said, in the transaction that stores it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PolicyChangeLog {

  private final RequestEventPublisher events;
  private final Clock clock;

  PolicyChangeLog(RequestEventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * Another policy is in force.
   *
   * @param why in lower case, with the people who approved it
   */
  void changed(Policy before, Policy next, String why) {
    write(
        AuditEventType.POLICY_CHANGED,
        Person.HOLDFAST,
        "%s, before %s, read at %s, %s. %s"
            .formatted(
                next.digest(),
                before.digest(),
                clock.instant(),
                why,
                String.join("; ", PolicyDescription.changes(before, next))));
  }

  void proposed(Policy before, Policy next, PolicyComparison comparison) {
    write(
        AuditEventType.POLICY_PROPOSED,
        Person.HOLDFAST,
        "%s, in force is %s. New: %s Stricter: %s"
            .formatted(
                next.digest(),
                before.digest(),
                words(comparison.possible()),
                words(comparison.stricter())));
  }

  void decided(PolicyProposal proposal, PolicyProposal.Decision decision) {
    write(
        decision.approved() ? AuditEventType.POLICY_APPROVED : AuditEventType.POLICY_REJECTED,
        decision.by(),
        proposal.digest());
  }

  private void write(AuditEventType type, Person who, String words) {
    events.publish(
        new AuditEvent(RequestId.NONE, type, Optional.empty(), who, clock.instant(), words));
  }

  private static String words(List<Message> changes) {
    return changes.isEmpty()
        ? "nothing."
        : changes.stream().map(MessageFormatter.STORED::text).collect(Collectors.joining(" "));
  }
}
