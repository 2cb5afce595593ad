package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Relay;
import dev.holdfast.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes on one PostgreSQL, killed again and again while people ask, approve and wait.
 * Without a number, as often as it takes to kill at every place in both tests, and some times at
 * random; where else they die is a matter of luck, for which there is {@code -Dtests.kills=500}.
 * {@code -Dtests.kills.seed=…} kills as it was printed.
 */
@Tag("process")
@Tag("postgresql")
class KillTests extends MainJob<Clock> {

  private static final int KILLS = Integer.getInteger("tests.kills", 16);
  private static final long SEED =
      Long.getLong("tests.kills.seed", ThreadLocalRandom.current().nextInt(1_000_000));

  private static final int PROGRESS = 25;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @RegisterExtension
  private final AfterTestExecutionCallback printedOnFailure =
      test -> test.getExecutionException().ifPresent(e -> System.err.println(clues(e)));

  private final TestDatabase database = Databases.POSTGRESQL.fresh();
  private final Ledger ledger = new Ledger(database);
  private final Relay line = Relay.to(simulator.baseUrl());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Random random = new Random(SEED);
  private final Crowd crowd = new Crowd(teams, megan, meganChat);
  private final List<Replica> replicas = new ArrayList<>();
  private final AtomicBoolean isEnding = new AtomicBoolean();

  KillTests() {
    super(Clock.systemUTC());
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.putAll(database.properties());
    // One of the two that are restored is backed up before.
    settings.put("holdfast.policy[0].environments", "Contoso Test");
    settings.put("holdfast.policy[0].safety-backup", "required");
    settings.put("holdfast.policy[1].approvers", megan.entraId());
    settings.put("holdfast.policy[1].safety-backup", "none");
    // Longer than a process that is taken for dead by mistake may still be at a call.
    settings.put("holdfast.execution.operation-listing-delay", "6s");
    // The shortest in which calls under load go out; a takeover outlasts them.
    settings.put("holdfast.admin-api.timeouts.connect", "1s");
    settings.put("holdfast.admin-api.timeouts.read", "5s");
    settings.put("holdfast.execution.max-check-age", "4s");
    settings.put("holdfast.execution.takeover-delay", "11s");
    // No person settles here what Holdfast, after a third lost call, would ask one to settle.
    settings.put("holdfast.execution.max-start-retries", 1000);
    settings.put("holdfast.admin-api.backup-restorable-after", "1s");
    settings.put("holdfast.teams.limits.per-sender", 100_000);
    settings.put("holdfast.teams.limits.per-conversation", 100_000);
    return settings;
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    replicas.forEach(Replica::close);
    line.close();
  }

  @Test
  void nothingIsLostAndNothingIsDoneTwice() throws Exception {
    Deaths deaths = killsWhilePeopleWork(KILLS - KILLS / 4);
    theBooksAgree(deaths);
  }

  /** Slow and lost answers, refusals, and a database that is restarted, on top of the kills. */
  @Test
  void norWhenTheServiceAndTheDatabaseFailToo() throws Exception {
    line.troubles(new Random(random.nextLong()));
    ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor();
    Deaths deaths;
    try {
      restarts.scheduleWithFixedDelay(Databases::restartPostgres, 10, 10, TimeUnit.SECONDS);
      deaths = killsWhilePeopleWork(KILLS / 4);
    } finally {
      // One that is under way comes to its end, for the books are in the same database.
      restarts.shutdown();
      restarts.awaitTermination(1, TimeUnit.MINUTES);
    }
    theBooksAgree(deaths);
  }

  /** Until all that they began is done and told. */
  private Deaths killsWhilePeopleWork(int kills) throws Exception {
    System.out.println("Kills: " + kills + ", seed " + SEED);
    Deaths deaths = new Deaths(kills);
    Stream.of("a", "b", "c").map(this::replica).forEach(replicas::add);
    teams.talksToOneOf(this::oneThatListens);
    List<Future<?>> lives = replicas.stream().<Future<?>>map(one -> lives(one, deaths)).toList();
    install();
    List<Future<?>> people = crowd.work(threads);
    for (Future<?> life : lives) {
      life.get();
    }
    crowd.enough();
    for (Future<?> person : people) {
      person.get();
    }
    ledger.awaitRest();
    assertThat(deaths.count()).isGreaterThanOrEqualTo(kills);
    return deaths;
  }

  private void theBooksAgree(Deaths deaths) {
    System.out.println(
        "Seed " + SEED + ", " + deaths + ", over " + ledger.accepted(record()) + " orders");
    assertThat(deaths.missed()).isEmpty();
    ledger.isCalledOnceForEach(record());
    ledger.isAuditedWhole();
    ledger.isToldOnce(
        Stream.concat(Stream.of(meganChat, approvers), crowd.places().stream()).toList(),
        printed());
  }

  private Replica replica(String name) {
    return new Replica(directory, name, line, ledger::hands, random.nextLong(), settings());
  }

  /** Once there were enough deaths, one of them is started for good, to end what is begun. */
  private Future<?> lives(Replica replica, Deaths deaths) {
    return threads.submit(
        () -> {
          Optional<String> place = deaths.next();
          while (place.isPresent()) {
            deaths.died(place.get(), replica.dies(place.get()));
            if (deaths.count() % PROGRESS == 0) {
              System.out.println(deaths);
            }
            place = deaths.next();
          }
          if (isEnding.compareAndSet(false, true)) {
            replica.lives();
          }
        });
  }

  /** Not always the same one, so that any takes anything. */
  private Optional<URI> oneThatListens() {
    List<URI> listening =
        replicas.stream().flatMap(replica -> replica.listening().stream()).toList();
    return listening.isEmpty()
        ? Optional.empty()
        : Optional.of(listening.get(ThreadLocalRandom.current().nextInt(listening.size())));
  }

  private String clues(Throwable failure) {
    return "Seed " + SEED + "\n" + Clues.of(failure, ledger.open(), printed(), directory);
  }

  private String printed() {
    return replicas.stream().map(Replica::printed).collect(Collectors.joining());
  }
}
