package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads groups on threads of its own, each group once at a time, and stores what it reads. */
@Component
class GroupReads implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(GroupReads.class);

  private final GroupReadings readings;
  private final ObjectProvider<GroupReader> readers;
  private final Clock clock;
  private final Map<GroupSource, CompletableFuture<Optional<GroupProblem>>> underWay =
      new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          4,
          work -> {
            Thread thread = new Thread(work, "groups");
            thread.setDaemon(true);
            return thread;
          });

  GroupReads(GroupReadings readings, ObjectProvider<GroupReader> readers, Clock clock) {
    this.readings = readings;
    this.readers = readers;
    this.clock = clock;
  }

  /** Reads all of them at once, and says what couldn't be read within the limit. */
  Map<GroupSource, GroupProblem> read(Collection<GroupSource> sources, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    List<CompletableFuture<Optional<GroupProblem>>> all =
        sources.stream().map(this::start).toList();
    Map<GroupSource, GroupProblem> problems = new LinkedHashMap<>();
    int i = 0;
    for (GroupSource source : sources) {
      await(all.get(i++), end - System.nanoTime())
          .ifPresent(problem -> problems.put(source, problem));
    }
    return problems;
  }

  /** On a thread of its own: who waits may be in a transaction. */
  void save(GroupSource source, GroupReading reading) {
    CompletableFuture.runAsync(() -> readings.save(source, reading)).join();
  }

  private CompletableFuture<Optional<GroupProblem>> start(GroupSource source) {
    return underWay.computeIfAbsent(
        source, one -> CompletableFuture.supplyAsync(() -> readOnce(one), threads));
  }

  private Optional<GroupProblem> readOnce(GroupSource source) {
    Instant asked = clock.instant();
    try {
      List<GroupMember> members = reader(source).read(source);
      readings.save(source, new GroupReading(Optional.of(asked), members, Optional.empty()));
      return Optional.empty();
    } catch (GroupReadException e) {
      log.warn("The members of the {} weren't read: {}", source, e.getMessage());
      return Optional.of(e.problem());
    } catch (RuntimeException e) {
      log.warn("The members of the {} weren't read", source, e);
      return Optional.of(GroupProblem.UNREACHABLE);
    } finally {
      underWay.remove(source);
    }
  }

  private GroupReader reader(GroupSource source) {
    return readers.stream()
        .filter(one -> one.kind() == source.kind())
        .findFirst()
        .orElseThrow(
            () -> new GroupReadException(GroupProblem.OFF, "nothing reads it in this process"));
  }

  private static Optional<GroupProblem> await(
      CompletableFuture<Optional<GroupProblem>> reading, long nanos) {
    try {
      return reading.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.of(GroupProblem.TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(GroupProblem.TIMEOUT);
    } catch (ExecutionException e) {
      return Optional.of(GroupProblem.UNREACHABLE);
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
