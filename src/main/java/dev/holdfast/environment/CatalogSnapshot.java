package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the catalog holds at one moment; never changed, only replaced as a whole.
 *
 * @param kinds which state of the {@link FinOpsDeploymentCache} the listing shows
 */
record CatalogSnapshot(int kinds, EnvironmentListing listing, EnvironmentNameIndex names) {

  /**
   * @param environments as the service listed them
   */
  static CatalogSnapshot of(
      ServiceList<Environment> environments, Instant readAt, FinOpsDeploymentCache deployments) {
    int kinds = deployments.version();
    List<EnvironmentProfile> subjects =
        EnvironmentNameIndex.sorted(environments).stream()
            .map(environment -> EnvironmentProfile.of(environment, deployments.of(environment)))
            .toList();
    return new CatalogSnapshot(
        kinds,
        new EnvironmentListing(
            subjects, readAt, deployments.awaited(), environments.unreadable(), Optional.empty()),
        new EnvironmentNameIndex(subjects));
  }

  /** The same environments with what has been learnt of them since. */
  CatalogSnapshot with(FinOpsDeploymentCache deployments) {
    int now = deployments.version();
    if (now == kinds) {
      return this;
    }
    List<EnvironmentProfile> newer = new ArrayList<>(listing.subjects());
    deployments
        .answeredSince(kinds)
        .ifPresentOrElse(
            ids ->
                ids.forEach(id -> names.place(id).ifPresent(at -> update(newer, at, deployments))),
            () -> newer.replaceAll(subject -> updated(subject, deployments)));
    EnvironmentListing updated =
        new EnvironmentListing(
            newer,
            listing.readAt(),
            deployments.awaited(),
            listing.unreadable(),
            listing.trouble());
    return new CatalogSnapshot(now, updated, names.with(newer));
  }

  CatalogSnapshot inTrouble(Message why) {
    EnvironmentListing stale =
        new EnvironmentListing(
            listing.subjects(),
            listing.readAt(),
            listing.kindsAwaited(),
            listing.unreadable(),
            Optional.of(why));
    return new CatalogSnapshot(kinds, stale, names);
  }

  private static void update(
      List<EnvironmentProfile> subjects, int at, FinOpsDeploymentCache deployments) {
    subjects.set(at, updated(subjects.get(at), deployments));
  }

  private static EnvironmentProfile updated(
      EnvironmentProfile subject, FinOpsDeploymentCache deployments) {
    var deployment = deployments.of(subject.environment());
    return subject.deployment().equals(deployment)
        ? subject
        : EnvironmentProfile.of(subject.environment(), deployment);
  }
}
