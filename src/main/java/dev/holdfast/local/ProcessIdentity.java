package dev.holdfast.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A process as it is remembered in a file: its id may be another's by the time it is read again, so
 * the instant of its start belongs to it.
 */
record ProcessIdentity(long pid, Instant startedAt) implements Comparable<ProcessIdentity> {

  private static final Comparator<ProcessIdentity> BY_AGE =
      Comparator.comparing(ProcessIdentity::startedAt).thenComparing(ProcessIdentity::pid);

  /** The system reckons a start from its time of boot, which may move by a second. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedWithUs);
  }

  private boolean startedWithUs(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0;
  }

  /** The oldest first. */
  @Override
  public int compareTo(ProcessIdentity other) {
    return BY_AGE.compare(this, other);
  }
}
