package dev.holdfast.environment;

import dev.holdfast.platform.Environment;
import dev.holdfast.platform.ServiceList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the catalogue holds at one moment; never changed, only replaced as a whole.
 *
 * @param kinds which state of the {@link Deployments} the listing shows
 */
record Snapshot(int kinds, Listing listing, Names names) {

  /**
   * @param environments as the service listed them
   */
  static Snapshot of(
      ServiceList<Environment> environments, Instant readAt, Deployments deployments) {
    int kinds = deployments.version();
    List<Subject> subjects =
        Names.sorted(environments).stream()
            .map(environment -> Subject.of(environment, deployments.of(environment)))
            .toList();
    return new Snapshot(
        kinds,
        new Listing(
            subjects, readAt, deployments.awaited(), environments.unreadable(), Optional.empty()),
        new Names(subjects));
  }

  /** The same environments with what has been learnt of them since. */
  Snapshot with(Deployments deployments) {
    int now = deployments.version();
    if (now == kinds) {
      return this;
    }
    List<Subject> newer = new ArrayList<>(listing.subjects());
    deployments
        .answeredSince(kinds)
        .ifPresentOrElse(
            ids ->
                ids.forEach(id -> names.place(id).ifPresent(at -> update(newer, at, deployments))),
            () -> newer.replaceAll(subject -> updated(subject, deployments)));
    Listing updated =
        new Listing(
            newer,
            listing.readAt(),
            deployments.awaited(),
            listing.unreadable(),
            listing.trouble());
    return new Snapshot(now, updated, names.with(newer));
  }

  Snapshot inTrouble(String why) {
    Listing stale =
        new Listing(
            listing.subjects(),
            listing.readAt(),
            listing.kindsAwaited(),
            listing.unreadable(),
            Optional.of(why));
    return new Snapshot(kinds, stale, names);
  }

  private static void update(List<Subject> subjects, int at, Deployments deployments) {
    subjects.set(at, updated(subjects.get(at), deployments));
  }

  private static Subject updated(Subject subject, Deployments deployments) {
    var deployment = deployments.of(subject.environment());
    return subject.deployment().equals(deployment)
        ? subject
        : Subject.of(subject.environment(), deployment);
  }
}
