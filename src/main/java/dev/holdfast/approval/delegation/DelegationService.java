package dev.holdfast.approval.delegation;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends delegations. Whether a person may is for the caller to check. */
@Service
public class DelegationService {

  private final DelegationRepository delegations;
  private final RequestEventPublisher events;
  private final List<DelegationListener> listeners;
  private final Clock clock;

  DelegationService(
      DelegationRepository delegations,
      RequestEventPublisher events,
      List<DelegationListener> listeners,
      Clock clock) {
    this.delegations = delegations;
    this.events = events;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Those by which others decide for a person now. */
  public List<Delegation> from(Person person) {
    return delegations.from(person, clock.instant());
  }

  /** Those by which a person decides for others now. */
  public List<Delegation> to(Person person) {
    return delegations.to(person, clock.instant());
  }

  /** Takes the place of an earlier delegation to the same person. */
  @Transactional
  public Delegation start(Person from, Person to, Instant until) {
    Instant now = clock.instant();
    delegations.from(from, now).stream()
        .filter(earlier -> earlier.to().isSameAs(to))
        .forEach(earlier -> end(earlier, from, now));
    Delegation started = delegations.add(from, to, now, until.truncatedTo(ChronoUnit.SECONDS));
    audit(
        AuditEventType.DELEGATION_STARTED,
        from,
        now,
        "to %s (%s) until %s".formatted(to.name(), to.id(), started.until()));
    listeners.forEach(listener -> listener.started(started));
    return started;
  }

  /**
   * Ends a person's delegations.
   *
   * @param to to whom; empty for all
   * @return them as they ended
   */
  @Transactional
  public List<Delegation> end(Person from, Optional<Person> to) {
    Instant now = clock.instant();
    List<Delegation> ended =
        delegations.from(from, now).stream()
            .filter(held -> to.isEmpty() || held.to().isSameAs(to.get()))
            .flatMap(held -> end(held, from, now).stream())
            .toList();
    ended.forEach(held -> listeners.forEach(listener -> listener.ended(held)));
    return ended;
  }

  /**
   * Ends one of a person's own delegations, if it isn't over yet.
   *
   * @return it as it is then; empty when it's somebody else's, or there's none
   */
  @Transactional
  public Optional<Delegation> end(Person from, long id) {
    Instant now = clock.instant();
    return delegations
        .find(id)
        .filter(held -> held.from().isSameAs(from))
        .map(held -> held.isActive(now) ? ended(held, from, now) : held);
  }

  private Delegation ended(Delegation held, Person by, Instant now) {
    Optional<Delegation> ended = end(held, by, now);
    ended.ifPresent(over -> listeners.forEach(listener -> listener.ended(over)));
    return ended.orElse(held);
  }

  /** Ends a delegation whose time is over. */
  @Transactional
  public void expire(long id) {
    Instant now = clock.instant();
    delegations
        .find(id)
        .filter(held -> !now.isBefore(held.until()))
        .flatMap(held -> end(held, Person.HOLDFAST, now))
        .ifPresent(held -> listeners.forEach(listener -> listener.ended(held)));
  }

  private Optional<Delegation> end(Delegation held, Person by, Instant now) {
    Delegation.End end = new Delegation.End(by, now);
    if (!delegations.end(held.id(), end)) {
      return Optional.empty();
    }
    audit(
        AuditEventType.DELEGATION_ENDED,
        by,
        now,
        "from %s (%s) to %s (%s)"
            .formatted(held.from().name(), held.from().id(), held.to().name(), held.to().id()));
    return delegations.find(held.id());
  }

  private void audit(AuditEventType type, Person by, Instant now, String words) {
    events.publish(new AuditEvent(RequestId.NONE, type, Optional.empty(), by, now, words));
  }
}
