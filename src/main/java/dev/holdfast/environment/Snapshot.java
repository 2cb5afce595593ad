package dev.holdfast.environment;

import dev.holdfast.platform.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the catalogue holds at one moment; never changed, only replaced as a whole.
 *
 * @param environments as the service listed them
 * @param kinds which state of the {@link Deployments} the listing shows
 */
record Snapshot(List<Environment> environments, int kinds, Listing listing, Names names) {

  static Snapshot of(
      List<Environment> environments,
      Instant readAt,
      Optional<String> trouble,
      Deployments deployments) {
    int kinds = deployments.version();
    List<Subject> subjects =
        environments.stream()
            .map(environment -> Subject.of(environment, deployments.of(environment)))
            .toList();
    int awaited = (int) environments.stream().filter(deployments::awaited).count();
    return new Snapshot(
        environments, kinds, new Listing(subjects, readAt, awaited, trouble), new Names(subjects));
  }

  /** The same environments with what has been learnt of them since. */
  Snapshot with(Deployments deployments) {
    return deployments.version() == kinds
        ? this
        : of(environments, listing.readAt(), listing.trouble(), deployments);
  }

  Snapshot inTrouble(String why) {
    Listing stale =
        new Listing(listing.subjects(), listing.readAt(), listing.kindsAwaited(), Optional.of(why));
    return new Snapshot(environments, kinds, stale, names);
  }
}
