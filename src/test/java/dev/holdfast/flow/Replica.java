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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One of several processes on the same database, life after life, each ended by a kill. */
final class Replica implements AutoCloseable {

  /** A life whose end does not come by itself is ended after this time. */
  private static final Duration LONG_LIFE = Duration.ofSeconds(8);

  private static final int STARTS = 5;

  private final Path directory;
  private final String name;
  private final Relay line;
  private final UnaryOperator<String> hands;
  private final Random random;
  private final Map<String, Object> settings;
  private final List<HoldfastProcess> lives = new ArrayList<>();

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
  }

  /** Starts it, kills it, and returns where. */
  String liveAndDie(String place) {
    return switch (place) {
      case Deaths.AT_RANDOM -> dieAtRandom();
      case Deaths.CALL_ON_ITS_WAY -> dieAround(Relay.Way.TO_THE_SERVER, place);
      case Deaths.ANSWER_ON_ITS_WAY -> dieAround(Relay.Way.BACK, place);
      default -> dieAt(Point.valueOf(place));
    };
  }

  /** Starts it for good. */
  void live() {
    begun(HoldfastApplication.class, Map.of());
  }

  /** Where it takes activities, if it lives and serves. */
  synchronized Optional<URI> listening() {
    return lives.isEmpty() ? Optional.empty() : newest().messagesNow();
  }

  synchronized String printed() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lives.size(); i++) {
      all.append("Replica %s, life %d:%n".formatted(name, i + 1)).append(lives.get(i).printed());
    }
    return all.toString();
  }

  private String dieAtRandom() {
    if (random.nextInt(4) > 0) {
      HoldfastProcess life = begun(HoldfastApplication.class, Map.of());
      life.endsWithin(Duration.ofMillis(random.nextInt(1500)));
      life.kill();
    } else {
      HoldfastProcess life = begin(HoldfastApplication.class, Map.of());
      life.endsWithin(Duration.ofMillis(random.nextInt(3000)));
      life.kill();
    }
    return Deaths.AT_RANDOM;
  }

  private String dieAt(Point point) {
    HoldfastProcess life =
        begun(
            MortalHoldfast.class,
            Map.of("mortal.point", point, "mortal.passes", random.nextInt(2)));
    if (!life.endsWithin(LONG_LIFE)) {
      life.kill();
      return Deaths.AT_RANDOM;
    }
    if (life.exitValue() != MortalHoldfast.DEAD) {
      throw new AssertionError("Holdfast ended by itself:\n" + life.printed());
    }
    return point.name();
  }

  private String dieAround(Relay.Way way, String place) {
    HoldfastProcess life = begun(HoldfastApplication.class, Map.of());
    Relay.Stop stop = line.stopsOrders(way, path -> hands.apply(path).equals(name));
    boolean stopped = stop.isReachedWithin(LONG_LIFE);
    life.kill();
    line.passesAgain(stop);
    return stopped ? place : Deaths.AT_RANDOM;
  }

  /**
   * Starts it, and returns when it serves or is dead already. One that loses the database while it
   * starts ends, and is started again as whatever supervises it does.
   */
  private HoldfastProcess begun(Class<?> main, Map<String, Object> more) {
    HoldfastProcess life = begin(main, more);
    for (int i = 1; i < STARTS && !life.serves() && lostTheDatabase(life); i++) {
      life = begin(main, more);
    }
    if (!life.serves() && life.exitValue() != MortalHoldfast.DEAD) {
      throw new AssertionError("Holdfast did not start:\n" + life.printed());
    }
    return life;
  }

  private static boolean lostTheDatabase(HoldfastProcess life) {
    return life.exitValue() != MortalHoldfast.DEAD
        && Stream.of("org.postgresql.util.PSQLException", "Holdfast can't open its database.")
            .anyMatch(life.printed()::contains);
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

  private HoldfastProcess newest() {
    return lives.get(lives.size() - 1);
  }

  @Override
  public void close() {
    lives.forEach(HoldfastProcess::close);
  }
}
