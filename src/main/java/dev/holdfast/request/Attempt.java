package dev.holdfast.request;

import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.StepRole;
import java.time.Instant;
import java.util.Optional;

/**
 * Who tries to move a request, and with what.
 *
 * @param comment why; may be empty
 * @param seen the digest of what was decided on; empty unless it's a decision
 * @param acting for whom a delegate decides
 * @param step which step of the plan moves it; empty where none does
 */
record Attempt(
    Person by,
    Instant now,
    String comment,
    Optional<Digest> seen,
    Acting acting,
    Optional<StepRole> step) {

  static Attempt of(Person by, Instant now, String comment) {
    return new Attempt(by, now, comment, Optional.empty(), Acting.NOBODY, Optional.empty());
  }

  static Attempt ofWorker(Instant now) {
    return of(Person.HOLDFAST, now, "");
  }

  static Attempt decision(Person by, Acting acting, Instant now, String comment, Digest seen) {
    return new Attempt(by, now, comment, Optional.of(seen), acting, Optional.empty());
  }

  /** Whether this person tries it, or somebody for them. */
  boolean isOf(Person person) {
    return by.isSameAs(person) || acting.isFor(person);
  }

  Attempt at(StepRole moving) {
    return new Attempt(by, now, comment, seen, acting, Optional.of(moving));
  }
}
