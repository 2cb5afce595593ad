package dev.holdfast.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lifecycle operation. Where it stands follows from the clock alone, so it goes on while nobody
 * looks and while the process is down.
 *
 * @param takes compressed time from acceptance to the end, if nothing fails
 * @param settled whether its effect has been worked into the environment
 */
public record SimulatedOperation(
    String id,
    String type,
    String environmentId,
    Instant acceptedAt,
    Duration takes,
    OperationEffect effect,
    List<InjectedFault> faults,
    boolean settled) {

  /** What the name of one ends with that only checks. */
  static final String CHECK = " validation";

  /** The part of its time after which a failing one fails: within the stage Run. */
  static final double FAILS_AT = 0.6;

  Instant at(double part) {
    return acceptedAt.plusMillis(Math.round(takes.toMillis() * part));
  }

  Optional<InjectedFault> failure() {
    return fault(FaultKind.RESTORE_FAILS).or(() -> fault(FaultKind.RESTORE_FAILS_WITHOUT_WORDS));
  }

  public Optional<InjectedFault> fault(FaultKind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
  }

  /** Whether it leaves its environment as it is at its end. */
  boolean changesNothing() {
    boolean withoutEffect = overwrites() && fault(FaultKind.NO_EFFECT).isPresent();
    return fails() || withoutEffect || endsOddly() || onlyChecks();
  }

  /** Whether its end is a word that nobody has heard of. */
  boolean endsOddly() {
    return !onlyChecks() && fault(FaultKind.ODD_ENDING).isPresent();
  }

  public boolean fails() {
    return overwrites() && failure().isPresent();
  }

  boolean overwrites() {
    return type.equals("Restore") || type.equals("Copy");
  }

  /** Whether it only checks what is ordered. */
  public boolean onlyChecks() {
    return type.endsWith(CHECK);
  }

  public Instant endsAt() {
    return at(fails() ? FAILS_AT : 1);
  }

  public boolean ended(Instant now) {
    return !now.isBefore(endsAt());
  }

  /** Whether the environment is not ready yet on its account. */
  boolean occupies(Instant now) {
    if (onlyChecks()) {
      return false;
    }
    Instant ready = fault(FaultKind.LATE_READY).isPresent() ? at(1.25) : endsAt();
    return now.isBefore(ready);
  }

  public boolean listed(Instant now) {
    return fault(FaultKind.LISTED_LATE).isEmpty() || !now.isBefore(at(0.25));
  }

  SimulatedOperation settle() {
    return new SimulatedOperation(id, type, environmentId, acceptedAt, takes, effect, faults, true);
  }

  SimulatedOperation with(List<InjectedFault> ordered) {
    return new SimulatedOperation(
        id, type, environmentId, acceptedAt, takes, effect, List.copyOf(ordered), settled);
  }
}
