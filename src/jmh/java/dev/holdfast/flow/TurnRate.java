package dev.holdfast.flow;

import dev.holdfast.flow.Activities;
import dev.holdfast.flow.BareEndpoint;
import dev.holdfast.flow.Callers;
import dev.holdfast.flow.DurableEndpoint;
import dev.holdfast.flow.Outside;
import dev.holdfast.flow.ServerProcess;
import dev.holdfast.flow.Times;
import dev.holdfast.flow.TurnSettings;


import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.HoldfastApplication;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeBotFramework;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How many turns a second Holdfast takes over HTTP, outside the local profile and with the token
 * check, beside a bare Spring endpoint that answers 200 in a process with the same JVM settings. A
 * turn is taken when its request is answered; what is said in return is a durable task, of which
 * the time from the request to its arrival at the connector is measured apart, at a rate that
 * people could reach.
 *
 * <p>The limits on what one conversation and all of them may send are put out of the way; Teams'
 * own for one conversation stays, so that there are many. One key signs, and the token is the same
 * for all, as Teams keeps to one for hours.
 *
 * <p>Give {@code postgresql} for an embedded PostgreSQL in place of the H2 file.
 */
final class TurnRate {

  private static final List<String> COMMANDS = List.of("help", "environments");

  /** Goes the same way through the edge as a command, and nothing follows. */
  private static final String REACTION = "a reaction";

  private static final String BARE = "bare Spring endpoint";

  /** Bare, but for one row committed before the 200 and one message posted after it. */
  private static final String DURABLE = "a row and a message";

  private static final int CONVERSATIONS = 600;

  /** In a round; Teams takes seven messages a second for a conversation. */
  private static final int TURNS = 3 * CONVERSATIONS;

  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 3;
  private static final int MANY = 5_000;
  private static final int ANSWERS = 300;
  private static final int ANSWERS_A_SECOND = 30;

  private final Outside outside;
  private final Activities activities;
  private final Callers callers;
  private final ServerProcess holdfast;
  private final ServerProcess bare;
  private final ServerProcess durable;

  private TurnRate(
      Outside outside,
      Callers callers,
      ServerProcess holdfast,
      ServerProcess bare,
      ServerProcess durable) {
    this.outside = outside;
    this.activities = new Activities(outside.serviceUrl());
    this.callers = callers;
    this.holdfast = holdfast;
    this.bare = bare;
    this.durable = durable;
  }

  /**
   * What one kind of turn cost in one round.
   *
   * @param micros CPU time of the server for each turn, with the answer to it
   */
  private record Round(Callers.Measured measured, double micros) {}

  private interface Flood {
    Callers.Measured run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    RSAKey key = FakeBotFramework.key("published");
    Path folder = Files.createTempDirectory("turn-rate");
    try (FakeBotFramework framework = new FakeBotFramework().publishes(key, "msteams");
        Outside outside = new Outside();
        SimulatorServer adminApi = new SimulatorServer(Clock.systemUTC(), 1, Optional.empty())) {
      adminApi.start(0);
      boolean postgresql = List.of(arguments).contains("postgresql");
      List<String> database = postgresql ? Databases.POSTGRESQL.empty().arguments() : List.of();
      List<String> other = postgresql ? Databases.POSTGRESQL.empty().arguments() : h2(folder);
      List<String> settings = TurnSettings.of(framework.metadata(), outside, adminApi.baseUrl());
      String token =
          FakeBotFramework.token(
              key,
              FakeBotFramework.claims(
                      "https://api.botframework.com", Activities.APP, outside.serviceUrl())
                  .build());
      try (ServerProcess holdfast =
              ServerProcess.start(
                  HoldfastApplication.class,
                  folder.resolve("holdfast"),
                  Stream.concat(settings.stream(), database.stream()).toList());
          ServerProcess bare =
              ServerProcess.start(BareEndpoint.class, folder.resolve("bare"), List.of());
          ServerProcess durable =
              ServerProcess.start(
                  DurableEndpoint.class,
                  folder.resolve("durable"),
                  Stream.concat(Stream.of("--connector=" + outside.serviceUrl()), other.stream())
                      .toList())) {
        new TurnRate(outside, Callers.with("Bearer " + token), holdfast, bare, durable).measure();
      }
    }
    System.exit(0);
  }

  /** As Holdfast's own in application.yaml. */
  private static List<String> h2(Path folder) {
    return List.of(
        "--spring.datasource.url=jdbc:h2:file:"
            + folder.resolve("owed")
            + ";MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
        "--spring.datasource.username=holdfast",
        "--spring.datasource.password=");
  }

  private void measure() throws Exception {
    Map<String, List<Round>> taken = new LinkedHashMap<>();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      Map<String, Round> measured = new LinkedHashMap<>();
      measured.put(
          BARE,
          round(
              bare,
              MANY,
              () -> callers.flood(bare.messages(), MANY, turn -> activities.says("help", turn))));
      measured.put(DURABLE, round(durable, TURNS, () -> turns(durable, "help")));
      for (String command : COMMANDS) {
        measured.put(command, round(holdfast, TURNS, () -> turns(holdfast, command)));
      }
      measured.put(
          REACTION,
          round(
              holdfast,
              MANY,
              () ->
                  callers.flood(
                      holdfast.messages(),
                      MANY,
                      turn -> activities.reaction(turn % CONVERSATIONS))));
      if (round >= 0) {
        measured.forEach(
            (what, one) -> taken.computeIfAbsent(what, key -> new ArrayList<>()).add(one));
      }
    }
    double beside = rate(taken.get(BARE));
    taken.forEach((what, rounds) -> line(what, rounds, beside));
    for (String command : COMMANDS) {
      Times times = Times.of(answers(command));
      System.out.printf(
          Locale.ENGLISH,
          "%-22s answered at the connector, %d a second: p50 %6.1f  p95 %6.1f  p99 %6.1f ms%n",
          command,
          ANSWERS_A_SECOND,
          times.at(0.5),
          times.at(0.95),
          times.at(0.99));
    }
  }

  private static Round round(ServerProcess server, int turns, Flood flood) throws Exception {
    Duration before = server.cpuTime();
    Callers.Measured measured = flood.run();
    return new Round(measured, server.cpuTime().minus(before).toNanos() / 1e3 / turns);
  }

  private static void line(String what, List<Round> rounds, double beside) {
    Times times =
        Times.of(rounds.stream().flatMap(round -> round.measured().millis().stream()).toList());
    System.out.printf(
        Locale.ENGLISH,
        "%-22s %7.0f turns/s, %3.0f %% of the bare endpoint's  p50 %6.1f  p95 %6.1f  p99 %6.1f ms"
            + "  CPU %6.0f µs a turn%n",
        what,
        rate(rounds),
        100 * rate(rounds) / beside,
        times.at(0.5),
        times.at(0.95),
        times.at(0.99),
        Times.of(rounds.stream().map(Round::micros).toList()).at(0.5));
  }

  /** Of the middle round. */
  private static double rate(List<Round> rounds) {
    return Times.of(rounds.stream().map(round -> round.measured().perSecond()).toList()).at(0.5);
  }

  /**
   * Three turns in each conversation, and all their answers awaited before anything else begins.
   */
  private Callers.Measured turns(ServerProcess server, String command) throws Exception {
    long before = outside.taken();
    Callers.Measured measured =
        callers.flood(
            server.messages(), TURNS, turn -> activities.says(command, turn % CONVERSATIONS));
    await(before + TURNS);
    return measured;
  }

  private List<Double> answers(String command) {
    List<Long> sent = new ArrayList<>();
    List<CompletableFuture<Void>> accepted = new ArrayList<>();
    long before = outside.taken();
    long start = System.nanoTime();
    for (int turn = 0; turn < ANSWERS; turn++) {
      LockSupport.parkNanos(start + turn * 1_000_000_000L / ANSWERS_A_SECOND - System.nanoTime());
      sent.add(System.nanoTime());
      accepted.add(callers.send(holdfast.messages(), activities.says(command, turn)));
    }
    accepted.forEach(CompletableFuture::join);
    await(before + ANSWERS);
    List<Double> millis = new ArrayList<>();
    for (int turn = 0; turn < ANSWERS; turn++) {
      millis.add((outside.takenAt().get(Activities.conversation(turn)) - sent.get(turn)) / 1e6);
    }
    return millis;
  }

  private void await(long taken) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (outside.taken() < taken) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(taken - outside.taken() + " answers do not come");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
