package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupMembership;
import dev.holdfast.approval.policy.GroupSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The groups as they were last read, by any replica. Each replica keeps them for some seconds; a
 * decision has them read anew.
 */
@Component
class StoredGroups implements GroupMembership {

  /** How long another replica's reading may stay unnoticed. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final GroupReadings readings;
  private final GroupReads reads;
  private final GroupProperties properties;
  private final Clock clock;
  private final Map<GroupSource, Kept> kept = new ConcurrentHashMap<>();

  StoredGroups(GroupReadings readings, GroupReads reads, GroupProperties properties, Clock clock) {
    this.readings = readings;
    this.reads = reads;
    this.properties = properties;
    this.clock = clock;
  }

  /** What was read, and those who count of it. */
  private record Kept(GroupReading reading, Listing counting, Instant since) {}

  @Override
  public Listing of(GroupSource source) {
    Kept known = kept(source);
    return known
        .reading()
        .problem(properties.maxAge(), clock.instant())
        .map(problem -> Listing.unreadable(problem.message()))
        .orElseGet(known::counting);
  }

  /** Why a group grants nothing; empty if it counts. */
  Optional<GroupProblem> problem(GroupSource source) {
    return reading(source).problem(properties.maxAge(), clock.instant());
  }

  /** As it was last read. */
  GroupReading reading(GroupSource source) {
    return kept(source).reading();
  }

  private Kept kept(GroupSource source) {
    Instant now = clock.instant();
    Kept known = kept.get(source);
    if (known == null || known.since().plus(KEPT).isBefore(now)) {
      GroupReading found = readings.find(source).orElse(GroupReading.NEVER);
      known = new Kept(found, found.listing(), now);
      kept.put(source, known);
    }
    return known;
  }

  @Override
  public void refresh(Collection<GroupSource> sources) {
    List<GroupSource> due = olderThan(properties.freshFor(), sources);
    reads.read(due, properties.decisionLimit()).forEach(this::fail);
    due.forEach(kept::remove);
  }

  /**
   * In the background: what can't be read now counts until it's too old, unless that lasts.
   *
   * @param limit how long the caller waits
   */
  void refreshOld(Collection<GroupSource> sources, Duration limit) {
    List<GroupSource> due = olderThan(properties.refreshEvery(), sources);
    reads
        .read(due, limit)
        .forEach(
            (source, problem) -> {
              if (problem.isLasting()) {
                fail(source, problem);
              }
            });
    due.forEach(kept::remove);
  }

  /** Has nothing kept of groups that the policy no longer names. */
  void forgetAllBut(Collection<GroupSource> sources) {
    Set<String> named = sources.stream().map(GroupSource::key).collect(Collectors.toSet());
    readings.sources().stream().filter(key -> !named.contains(key)).forEach(readings::remove);
    kept.keySet().retainAll(sources);
  }

  private List<GroupSource> olderThan(Duration age, Collection<GroupSource> sources) {
    sources.forEach(kept::remove);
    Instant now = clock.instant();
    return sources.stream().filter(one -> !reading(one).isYoungerThan(age, now)).toList();
  }

  private void fail(GroupSource source, GroupProblem problem) {
    reads.save(source, readings.find(source).orElse(GroupReading.NEVER).with(problem));
  }
}
