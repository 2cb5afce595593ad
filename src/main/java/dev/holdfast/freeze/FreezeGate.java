package dev.holdfast.freeze;

import dev.holdfast.request.store.EnvironmentLockRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is frozen from starting. A freeze is stored, and whatever starts is stored, under the
 * same locks: so either the start sees the freeze, or it was committed before it.
 */
@Component
public class FreezeGate {

  private final FreezeRepository freezes;
  private final EnvironmentLockRepository locks;
  private final Clock clock;

  FreezeGate(FreezeRepository freezes, EnvironmentLockRepository locks, Clock clock) {
    this.freezes = freezes;
    this.locks = locks;
    this.clock = clock;
  }

  /** What keeps anything from starting there; empty when nothing does. */
  public Optional<Freeze> of(Set<String> environmentIds) {
    return freezes.activeOn(environmentIds, clock.instant());
  }

  /** Until the caller's transaction ends, nothing else starts there, and nobody freezes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(Set<String> environmentIds) {
    Set<String> all = new TreeSet<>(environmentIds);
    all.add(FreezeRepository.EVERYTHING);
    locks.take(all);
  }
}
