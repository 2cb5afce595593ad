package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was said of the finance and operations apps of each environment, asked in the background and
 * remembered over all refreshes of the catalog: each answer costs a call, often to another server.
 *
 * <p>In memory only. Nothing is decided by it (what decides asks afresh, {@link PreflightService}),
 * and what a restart forgets is asked again within minutes; a table would have to be kept true for
 * no gain.
 */
final class FinOpsDeploymentCache {

  private static final Logger log = LoggerFactory.getLogger(FinOpsDeploymentCache.class);

  /** The kind never changes (rule R16), versions do. */
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** Doubled with each silence, up to a day: the credential may never be let in. */
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);

  private static final int MOST_DOUBLINGS = 6;
  private static final int MOST_KEPT = 10_000;

  /**
   * @param said the last answer with something in it
   * @param silences how often there was none since
   */
  private record Memory(Optional<FinOpsDeployment> said, Instant askedAt, int silences) {

    boolean due(Instant now) {
      return !now.isBefore(askedAt.plus(pause()));
    }

    private Duration pause() {
      return silences == 0 || silences - 1 > MOST_DOUBLINGS
          ? GOOD_FOR
          : FIRST_PAUSE.multipliedBy(1L << (silences - 1));
    }
  }

  private final FreshReads reads;
  private final Clock clock;
  private final Executor asker;
  private final Map<String, Memory> memories = new ConcurrentHashMap<>();
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  /** Those being asked that have never answered. */
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();

  /** The IDs of the latest answers in their order. */
  private final List<String> answered = new ArrayList<>();

  /** How many answers there were before those in {@link #answered}. */
  private int answeredBefore;

  /**
   * @param asker runs the asking; how many it runs at once is how many servers are asked at once
   */
  FinOpsDeploymentCache(FreshReads reads, Clock clock, Executor asker) {
    this.reads = reads;
    this.clock = clock;
    this.asker = asker;
  }

  Optional<FinOpsDeployment> of(Environment environment) {
    return Optional.ofNullable(memories.get(environment.id())).flatMap(Memory::said);
  }

  /** Of how many the first answer is on its way. */
  int awaited() {
    return awaited.size();
  }

  /** Grows with each answer. */
  int version() {
    synchronized (answered) {
      return answeredBefore + answered.size();
    }
  }

  /** The IDs of all that have answered since that version; empty when that version is too old. */
  Optional<List<String>> answeredSince(int version) {
    synchronized (answered) {
      return version < answeredBefore
          ? Optional.empty()
          : Optional.of(List.copyOf(answered.subList(version - answeredBefore, answered.size())));
    }
  }

  private void noteAnswer(String id) {
    synchronized (answered) {
      if (answered.size() == MOST_KEPT) {
        answered.subList(0, MOST_KEPT / 2).clear();
        answeredBefore += MOST_KEPT / 2;
      }
      answered.add(id);
    }
  }

  /** Has somebody asked wherever a word is needed and too old, and forgets all others. */
  void ask(Collection<Environment> environments) {
    memories
        .keySet()
        .retainAll(environments.stream().map(Environment::id).collect(Collectors.toSet()));
    Instant now = clock.instant();
    environments.stream()
        .filter(EnvironmentKind::needsDeployment)
        .filter(environment -> due(environment, now))
        .filter(environment -> asking.add(environment.id()))
        .forEach(this::askSoon);
  }

  private boolean due(Environment environment, Instant now) {
    Memory memory = memories.get(environment.id());
    return memory == null || memory.due(now);
  }

  private void askSoon(Environment environment) {
    if (!memories.containsKey(environment.id())) {
      awaited.add(environment.id());
    }
    try {
      asker.execute(() -> askNow(environment));
    } catch (RuntimeException refused) {
      awaited.remove(environment.id());
      asking.remove(environment.id());
      log.warn("The kind of environment {} is not asked for: {}", environment.id(), refused);
    }
  }

  private void askNow(Environment environment) {
    String id = environment.id();
    Optional<FinOpsDeployment> answer = Optional.empty();
    try {
      answer = reads.deployment(environment);
    } catch (RuntimeException e) {
      log.warn("The kind of environment {} stays unknown for now: {}", id, e.toString());
    } finally {
      Optional<FinOpsDeployment> said = answer;
      memories.compute(id, (key, before) -> memory(said, Optional.ofNullable(before)));
      awaited.remove(id);
      asking.remove(id);
      noteAnswer(id);
    }
  }

  private Memory memory(Optional<FinOpsDeployment> answer, Optional<Memory> before) {
    return answer.isPresent()
        ? new Memory(answer, clock.instant(), 0)
        : new Memory(
            before.flatMap(Memory::said),
            clock.instant(),
            before.map(Memory::silences).orElse(0) + 1);
  }
}
