package dev.holdfast.freeze;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.store.EnvironmentLockRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes and unfreezes. Whether a person may is for the caller to check. */
@Service
public class FreezeService {

  private final FreezeRepository freezes;
  private final EnvironmentLockRepository locks;
  private final RequestEventPublisher events;
  private final List<FreezeListener> listeners;
  private final Clock clock;

  FreezeService(
      FreezeRepository freezes,
      EnvironmentLockRepository locks,
      RequestEventPublisher events,
      List<FreezeListener> listeners,
      Clock clock) {
    this.freezes = freezes;
    this.locks = locks;
    this.events = events;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** What is frozen now. */
  public List<Freeze> active() {
    return freezes.active(clock.instant());
  }

  /**
   * Freezes an environment, or everything. It takes the place of an earlier freeze of the same.
   * What was committed to start before it goes on.
   */
  @Transactional
  public Freeze start(
      Optional<EnvironmentRef> environment, Person by, String reason, Instant until) {
    locks.take(Set.of(environment.map(EnvironmentRef::id).orElse(FreezeRepository.EVERYTHING)));
    Instant now = clock.instant();
    freezes.notEnded(environment).forEach(earlier -> end(earlier, by, now));
    Instant end = until.truncatedTo(ChronoUnit.SECONDS);
    Freeze freeze = freezes.add(environment, by, reason, now, end);
    audit(
        AuditEventType.FREEZE_STARTED,
        by,
        now,
        "%s until %s: %s".formatted(freeze.scope(), end, reason));
    listeners.forEach(listener -> listener.started(freeze));
    return freeze;
  }

  /**
   * Ends a freeze.
   *
   * @return it as it ended; empty when it had ended before
   */
  @Transactional
  public Optional<Freeze> end(long id, Person by) {
    Instant now = clock.instant();
    Optional<Freeze> ended =
        freezes
            .find(id)
            .filter(freeze -> freeze.isActive(now))
            .flatMap(freeze -> end(freeze, by, now));
    ended.ifPresent(freeze -> listeners.forEach(listener -> listener.ended(freeze)));
    return ended;
  }

  /** Ends a freeze whose time is over. */
  @Transactional
  public void expire(long id) {
    Instant now = clock.instant();
    freezes
        .find(id)
        .filter(freeze -> !now.isBefore(freeze.until()))
        .flatMap(freeze -> end(freeze, Person.HOLDFAST, now))
        .ifPresent(freeze -> listeners.forEach(listener -> listener.ended(freeze)));
  }

  /**
   * Writes down that a person wanted it who may not.
   *
   * @param wish what they wanted
   */
  @Transactional
  public void refused(Person person, String wish) {
    audit(AuditEventType.FREEZE_REFUSED, person, clock.instant(), wish);
  }

  private Optional<Freeze> end(Freeze freeze, Person by, Instant now) {
    Freeze.End end = new Freeze.End(by, now);
    if (!freezes.end(freeze.id(), end)) {
      return Optional.empty();
    }
    audit(
        AuditEventType.FREEZE_ENDED,
        by,
        now,
        "%s, frozen by %s".formatted(freeze.scope(), freeze.by().name()));
    return Optional.of(
        new Freeze(
            freeze.id(),
            freeze.environment(),
            freeze.by(),
            freeze.reason(),
            freeze.since(),
            freeze.until(),
            Optional.of(end)));
  }

  private void audit(AuditEventType type, Person by, Instant now, String words) {
    events.publish(new AuditEvent(RequestId.NONE, type, Optional.empty(), by, now, words));
  }
}
