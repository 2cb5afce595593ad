package dev.holdfast.flow;

import dev.holdfast.flow.Activities;
import dev.holdfast.flow.Callers;
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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Answered turns a second and CPU per turn, beside minimal bots on the Node.js SDKs that send the
 * same reply as Holdfast's {@code help}: same client, same connector, each with the token check,
 * one after the other in every round. A turn is answered when its reply has reached the connector.
 *
 * <p>Arguments: the folder in which the Node.js bots are installed; {@code postgresql} for an
 * embedded PostgreSQL in place of the H2 file; a number of rounds. {@code -Dturns=} and {@code
 * -Dconnections=} take fewer, to try it out.
 */
final class Peers {

  private static final int CONNECTIONS = Integer.getInteger("connections", 64);
  private static final int CONVERSATIONS = 600;

  /** In a round; Teams takes seven messages a second for a conversation. */
  private static final int TURNS = Integer.getInteger("turns", 3 * CONVERSATIONS);

  private static final int WARM_UPS = 2;
  private static final String BOTBUILDER = "botbuilder.js";
  private static final String TEAMS_SDK = "teams-sdk.js";

  private static final List<String> READ_ONLY =
      List.of("help", "status", "environments", "history", "approvals");

  /** Each ends what the one before began, so that every turn changes something. */
  private static final List<String> CHANGES = List.of("subscribe", "unsubscribe");

  private final Outside outside;
  private final Activities activities;
  private final Callers callers;

  private Peers(Outside outside, Callers callers) {
    this.outside = outside;
    this.activities = new Activities(outside.serviceUrl());
    this.callers = callers;
  }

  private record Round(double perSecond, double micros) {}

  public static void main(String[] arguments) throws Exception {
    RSAKey key = FakeBotFramework.key("published");
    Path folder = Files.createTempDirectory("peers");
    Path bots = Path.of(arguments[0]).toAbsolutePath();
    List<String> options = List.of(arguments).subList(1, arguments.length);
    int rounds =
        options.stream()
            .filter(one -> one.matches("\\d+"))
            .mapToInt(Integer::parseInt)
            .findAny()
            .orElse(3);
    try (FakeBotFramework framework = new FakeBotFramework().publishes(key, "msteams");
        Outside outside = new Outside();
        SimulatorServer adminApi = new SimulatorServer(Clock.systemUTC(), 1, Optional.empty())) {
      adminApi.start(0);
      List<String> settings =
          Stream.concat(
                  TurnSettings.of(framework.metadata(), outside, adminApi.baseUrl()).stream(),
                  options.contains("postgresql")
                      ? Databases.POSTGRESQL.empty().arguments().stream()
                      : Stream.empty())
              .toList();
      String token =
          FakeBotFramework.token(
              key,
              FakeBotFramework.claims(
                      "https://api.botframework.com", Activities.APP, outside.serviceUrl())
                  .build());
      Peers peers = new Peers(outside, Callers.with("Bearer " + token, CONNECTIONS));
      try (ServerProcess holdfast =
          ServerProcess.start(HoldfastApplication.class, folder.resolve("holdfast"), settings)) {
        Path reply = Files.writeString(folder.resolve("reply.json"), peers.answer(holdfast));
        Map<String, String> environment =
            Map.of(
                "APP_ID",
                Activities.APP,
                "TENANT_ID",
                Activities.TENANT,
                "METADATA",
                framework.metadata().toString(),
                "KEYS",
                framework.metadata().resolve("/keys").toString(),
                "TOKEN",
                token,
                "REPLY",
                reply.toString());
        try (ServerProcess botbuilder = node(bots, BOTBUILDER, folder, environment);
            ServerProcess teamsSdk = node(bots, TEAMS_SDK, folder, environment)) {
          peers.measure(holdfast, Map.of(BOTBUILDER, botbuilder, TEAMS_SDK, teamsSdk), rounds);
        }
      }
    }
    System.exit(0);
  }

  private static ServerProcess node(
      Path bots, String script, Path folder, Map<String, String> environment) throws Exception {
    return ServerProcess.start(
        List.of("node", bots.resolve(script).toString()), folder.resolve(script), environment);
  }

  /** What a server answers to help. */
  private String answer(ServerProcess server) {
    long before = outside.taken();
    callers.send(server.messages(), activities.says("help", 0)).join();
    await(before + 1);
    return outside.last();
  }

  private void measure(ServerProcess holdfast, Map<String, ServerProcess> nodes, int rounds)
      throws Exception {
    // While botbuilder reads its keys for the first message, it refuses others.
    nodes.values().forEach(this::answer);
    Map<String, List<Round>> taken = new LinkedHashMap<>();
    for (int round = -WARM_UPS; round < rounds; round++) {
      Map<String, Round> measured = new LinkedHashMap<>();
      for (String name : List.of(BOTBUILDER, TEAMS_SDK)) {
        measured.put(name, round(nodes.get(name), "help"));
      }
      for (String command : Stream.concat(READ_ONLY.stream(), CHANGES.stream()).toList()) {
        measured.put(command, round(holdfast, command));
      }
      if (round >= 0) {
        measured.forEach(
            (what, one) -> taken.computeIfAbsent(what, key -> new ArrayList<>()).add(one));
      }
    }
    double fastest = Math.max(rate(taken.get(BOTBUILDER)), rate(taken.get(TEAMS_SDK)));
    taken.forEach((what, all) -> line(what, all, fastest, rate(taken.get(BOTBUILDER))));
  }

  private Round round(ServerProcess server, String command) throws Exception {
    long before = outside.taken();
    Duration cpu = server.cpuTime();
    long start = System.nanoTime();
    callers.flood(server.messages(), TURNS, turn -> activities.says(command, turn % CONVERSATIONS));
    await(before + TURNS);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Round(TURNS / seconds, server.cpuTime().minus(cpu).toNanos() / 1e3 / TURNS);
  }

  private static void line(String what, List<Round> rounds, double fastest, double botbuilder) {
    System.out.printf(
        Locale.ENGLISH,
        "%-14s %6.0f answered a second, %4.2f of the faster SDK, %4.2f of botbuilder  CPU %6.0f µs"
            + " a turn%n",
        what,
        rate(rounds),
        rate(rounds) / fastest,
        rate(rounds) / botbuilder,
        Times.of(rounds.stream().map(Round::micros).toList()).at(0.5));
  }

  /** Of the middle round. */
  private static double rate(List<Round> rounds) {
    return Times.of(rounds.stream().map(Round::perSecond).toList()).at(0.5);
  }

  private void await(long taken) {
    long deadline = System.nanoTime() + 120_000_000_000L;
    while (outside.taken() < taken) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(taken - outside.taken() + " answers do not come");
      }
      LockSupport.parkNanos(500_000);
    }
  }
}
