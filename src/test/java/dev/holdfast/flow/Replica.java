package dev.holdfast.flow;

import dev.holdfast.HoldfastApplication;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.MortalHoldfast;
import dev.holdfast.testing.MortalHoldfast.Point;
import dev.holdfast.testing.Relay;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One of several processes on the same database, life after life, each ended by a kill. */
final class Replica implements AutoCloseable {

  /** A life whose end does not come by itself is ended after this time. */
  private static final Duration LONG_LIFE = Duration.ofSeconds(8);

  private static final Duration START = Duration.ofMinutes(2);
  private static final int PLACES = Point.values().length + 2;

  private final Path directory;
  private final String name;
  private final Relay line;
  private final UnaryOperator<String> hands;
  private final Random random;
  private final Map<String, Object> settings;
  private final Map<String, Integer> ends = new ConcurrentHashMap<>();
  private final List<HoldfastProcess> lives = new ArrayList<>();
  private int place;

  /**
   * @param line to the admin API
   * @param hands whose hands a call's request is in, by the call's path
   */
  Replica(
      Path directory,
      String name,
      Relay line,
      UnaryOperator<String> hands,
      long seed,
      Map<String, Object> settings) {
    this.directory = directory;
    this.name = name;
    this.line = line;
    this.hands = hands;
    this.random = new Random(seed);
    this.settings = new LinkedHashMap<>(settings);
    this.settings.put("db-scheduler.scheduler-name", name);
    this.place = random.nextInt(2 * PLACES);
  }

  /** Starts it, and kills it: at each named point in turn, and between two of them at random. */
  void liveAndDie() {
    int turn = place++ % (2 * PLACES);
    if (turn % 2 == 0) {
      dieAtRandom();
    } else if (turn / 2 < Point.values().length) {
      dieAt(Point.values()[turn / 2]);
    } else {
      dieAround(turn / 2 == PLACES - 1 ? Relay.Way.BACK : Relay.Way.TO_THE_SERVER);
    }
  }

  /** Starts it for good. */
  void live() {
    begin(HoldfastApplication.class, Map.of());
  }

  /** Where it takes activities, if it lives and serves. */
  synchronized Optional<URI> listening() {
    return lives.isEmpty() ? Optional.empty() : newest().messagesNow();
  }

  /** How often it ended where. */
  Map<String, Integer> ends() {
    return Map.copyOf(ends);
  }

  synchronized String printed() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lives.size(); i++) {
      all.append("Replica %s, life %d:%n".formatted(name, i + 1)).append(lives.get(i).printed());
    }
    return all.toString();
  }

  private void dieAtRandom() {
    HoldfastProcess life = begin(HoldfastApplication.class, Map.of());
    if (random.nextInt(4) > 0) {
      life.awaitReady();
    }
    life.endsWithin(Duration.ofMillis(random.nextInt(1500)));
    end(life, "at random");
  }

  private void dieAt(Point point) {
    HoldfastProcess life =
        begin(
            MortalHoldfast.class,
            Map.of("mortal.point", point, "mortal.passes", random.nextInt(2)));
    boolean reached = life.endsWithin(START, LONG_LIFE);
    if (reached && life.exitValue() != 137) {
      throw new AssertionError("Holdfast ended by itself:\n" + life.printed());
    }
    if (reached) {
      count(point.name());
    } else {
      end(life, "at random");
    }
  }

  private void dieAround(Relay.Way way) {
    HoldfastProcess life = begin(HoldfastApplication.class, Map.of());
    life.awaitReady();
    Relay.Stop stop = line.stopsOrders(way, path -> hands.apply(path).equals(name));
    boolean stopped = stop.isReachedWithin(LONG_LIFE);
    end(life, stopped ? "with the call stopped " + way : "at random");
    line.passesAgain(stop);
  }

  private HoldfastProcess begin(Class<?> main, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.putAll(more);
    Path log = directory.resolve("%s-%d.log".formatted(name, lives.size() + 1));
    HoldfastProcess life = HoldfastProcess.launch(main, directory, log, line.address(), all);
    synchronized (this) {
      lives.add(life);
    }
    return life;
  }

  private void end(HoldfastProcess life, String where) {
    life.kill();
    count(where);
  }

  private void count(String where) {
    ends.merge(where, 1, Integer::sum);
  }

  private HoldfastProcess newest() {
    return lives.get(lives.size() - 1);
  }

  @Override
  public void close() {
    lives.forEach(HoldfastProcess::close);
  }
}
