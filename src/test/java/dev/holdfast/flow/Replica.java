package dev.holdfast.flow;

import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.MortalHoldfast;
import dev.holdfast.testing.MortalHoldfast.Fate;
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

  /** Who has not come to a place after this time is not waited for. */
  private static final Duration LONG_TIME = Duration.ofSeconds(8);

  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private static final int STARTS = 5;

  private final Path directory;
  private final String name;
  private final Relay line;
  private final UnaryOperator<String> hands;
  private final Random random;
  private final Map<String, Object> settings;
  private final Path fate;
  private final List<HoldfastProcess> lives = new ArrayList<>();
  private int fates;

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
    fate = directory.resolve(name + ".fate");
    this.settings.put("mortal.fate", fate);
  }

  /**
   * Starts it unless it lives, kills it, and returns whether it died there; if it does not come to
   * that place for long, it lives on.
   */
  boolean dies(String place) {
    return switch (place) {
      case Deaths.AT_RANDOM -> diesAtRandom();
      case Deaths.CALL_ON_ITS_WAY -> diesAround(Relay.Way.TO_THE_SERVER);
      case Deaths.ANSWER_ON_ITS_WAY -> diesAround(Relay.Way.BACK);
      default -> diesAt(Point.valueOf(place));
    };
  }

  /** Starts it for good, unless it lives. */
  void lives() {
    living();
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

  private boolean diesAtRandom() {
    if (isAlive() || random.nextInt(4) > 0) {
      HoldfastProcess life = living();
      life.endsWithin(Duration.ofMillis(random.nextInt(1500)));
      life.kill();
    } else {
      HoldfastProcess life = begin();
      life.endsWithin(Duration.ofMillis(random.nextInt(3000)));
      life.kill();
    }
    return true;
  }

  private boolean diesAt(Point point) {
    new Fate(++fates, point, random.nextInt(2)).writeTo(fate);
    HoldfastProcess life = living();
    boolean dies = life.endsWithin(LONG_TIME);
    fate.toFile().delete();
    dies |= life.endsWithin(A_MOMENT);
    if (dies && life.exitValue() != MortalHoldfast.DEAD) {
      throw new AssertionError("Holdfast ended by itself:\n" + life.printed());
    }
    return dies;
  }

  private boolean diesAround(Relay.Way way) {
    HoldfastProcess life = living();
    Relay.Stop stop = line.stopsOrders(way, path -> hands.apply(path).equals(name));
    boolean stopped = stop.isReachedWithin(LONG_TIME);
    if (stopped) {
      life.kill();
    }
    line.passesAgain(stop);
    return stopped;
  }

  private boolean isAlive() {
    return !lives.isEmpty() && newest().isAlive();
  }

  private HoldfastProcess living() {
    return isAlive() ? newest() : begun();
  }

  /**
   * Starts it, and returns when it serves or is dead already. One that loses the database while it
   * starts ends, and is started again as whatever supervises it does.
   */
  private HoldfastProcess begun() {
    HoldfastProcess life = begin();
    for (int i = 1; i < STARTS && !life.serves() && lostTheDatabase(life); i++) {
      life = begin();
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

  private HoldfastProcess begin() {
    Path log = directory.resolve("%s-%d.log".formatted(name, lives.size() + 1));
    HoldfastProcess life =
        HoldfastProcess.launch(MortalHoldfast.class, directory, log, line.address(), settings);
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
