package dev.holdfast.operation;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes into the audit log what the service carries out although it was only asked to check. */
@Component
public class CarriedOutChecks {

  private final RequestEventPublisher events;

  CarriedOutChecks(RequestEventPublisher events) {
    this.events = events;
  }

  /**
   * Call it in the transaction that keeps what was found.
   *
   * @param by who had it checked
   */
  public void record(OperationSpec spec, List<Finding> checks, Instant at, Person by) {
    checks.stream()
        .filter(ServiceValidation::isCarriedOut)
        .map(Finding::message)
        .map(StoredMessage::english)
        .forEach(
            words ->
                events.publish(
                    new AuditEvent(
                        RequestId.NONE,
                        AuditEventType.CHECK_CARRIED_OUT,
                        Optional.empty(),
                        by,
                        at,
                        String.join(" ", spec.affected().id(), words))));
  }
}
