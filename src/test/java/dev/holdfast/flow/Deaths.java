package dev.holdfast.flow;

import dev.holdfast.testing.MortalHoldfast.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the processes of one run die: half of them at random, half each at the place that has been
 * struck least, until there were enough and every place was struck. A process that does not come to
 * its place lives on, for another.
 */
final class Deaths {

  static final String AT_RANDOM = "at random";

  /** While the order is under way. */
  static final String CALL_ON_ITS_WAY = "CALL_ON_ITS_WAY";

  /** The service has accepted the order. */
  static final String ANSWER_ON_ITS_WAY = "ANSWER_ON_ITS_WAY";

  static final List<String> PLACES =
      Stream.concat(
              Stream.of(Point.values()).map(Point::name),
              Stream.of(CALL_ON_ITS_WAY, ANSWER_ON_ITS_WAY))
          .toList();

  private final int enough;
  private final int attempts;
  private final Map<String, Integer> struck = new LinkedHashMap<>();
  private final List<String> underWay = new ArrayList<>();
  private int given;

  Deaths(int enough) {
    this.enough = enough;
    attempts = 4 * Math.max(enough, 2 * PLACES.size());
  }

  /**
   * Where the next one is to die; empty if none is to. Gives up after many more than were asked
   * for, with places left that were not struck.
   */
  synchronized Optional<String> next() {
    if (isEnough() || given >= attempts) {
      return Optional.empty();
    }
    boolean atRandom = given++ % 2 == 1 && given <= enough;
    String place = atRandom ? AT_RANDOM : least();
    underWay.add(place);
    return Optional.of(place);
  }

  /** Once those that are under way have died too. */
  private boolean isEnough() {
    return count() + underWay.size() >= enough && underWay.containsAll(missed());
  }

  /** Whether one died where it was to die. */
  synchronized void died(String place, boolean there) {
    underWay.remove(place);
    if (there) {
      struck.merge(place, 1, Integer::sum);
    }
  }

  /** Every place at which none has died. */
  synchronized List<String> missed() {
    return PLACES.stream().filter(place -> !struck.containsKey(place)).toList();
  }

  synchronized int count() {
    return struck.values().stream().mapToInt(Integer::intValue).sum();
  }

  private String least() {
    Map<String, Long> coming =
        underWay.stream().collect(Collectors.groupingBy(place -> place, Collectors.counting()));
    return PLACES.stream()
        .min(
            Comparator.comparingLong(
                place -> struck.getOrDefault(place, 0) + coming.getOrDefault(place, 0L)))
        .orElseThrow();
  }

  @Override
  public synchronized String toString() {
    return count() + " kills: " + new TreeMap<>(struck);
  }
}
