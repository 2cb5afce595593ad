package dev.holdfast.bot.time;

import com.ibm.icu.util.TimeZone;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of time zones, by what is left of them without case, separators and accents. */
final class TimeZoneNames {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** A sign counts in front of a number only: {@code Etc/GMT-1}, but {@code Port-au-Prince}. */
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}+-]+|[+-](?!\\d)");

  /** Words. */
  private static final int LONGEST_PLACE = 4;

  private static final Pattern DAYLIGHT = Pattern.compile("(?:daylight|summer)time");

  private static final Map<String, ZoneId> IANA =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("SystemV/"))
          .collect(Collectors.toMap(TimeZoneNames::key, ZoneId::of, TimeZoneNames::shorter));

  /** What stands in a key for the last part of an IANA name, and the zones that have it. */
  private static final Map<String, Set<ZoneId>> PLACES =
      IANA.values().stream()
          .filter(zone -> zone.getId().contains("/") && !zone.getId().startsWith("Etc/"))
          .collect(
              Collectors.groupingBy(
                  zone -> key(zone.getId().substring(zone.getId().lastIndexOf('/') + 1)),
                  Collectors.toCollection(LinkedHashSet::new)));

  private TimeZoneNames() {}

  /** Windows' names are in a class of their own: only those who need them wait for ICU. */
  private static final class Windows {

    static final Map<String, ZoneId> ZONES = zones();

    private static Map<String, ZoneId> zones() {
      Map<String, ZoneId> zones = new HashMap<>();
      Stream.concat(Arrays.stream(TimeZone.getAvailableIDs()), Stream.of("Etc/UTC"))
          .map(TimeZone::getWindowsID)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(
              name ->
                  iana(TimeZone.getIDForWindowsID(name, "001"))
                      .ifPresent(zone -> zones.put(key(name), zone)));
      return Map.copyOf(zones);
    }
  }

  static Optional<ZoneId> iana(String name) {
    return Optional.ofNullable(IANA.get(key(name)));
  }

  /** A daylight name, such as {@code W. Europe Daylight Time}, means the zone all the year. */
  static Optional<ZoneId> windows(String name) {
    String key = DAYLIGHT.matcher(key(name)).replaceFirst("standardtime");
    return Optional.ofNullable(Windows.ZONES.get(key))
        .or(
            () ->
                Optional.ofNullable(WindowsLabels.STANDARD_NAMES.get(key))
                    .flatMap(TimeZoneNames::iana));
  }

  /**
   * The zone of the first of some places, separated by commas, that is known and fits. A place that
   * stands for zones with different rules is left out.
   */
  static Optional<ZoneId> place(String places, Predicate<ZoneId> fits) {
    String whole = WindowsLabels.PLACES.getOrDefault(key(places), "");
    return Stream.concat(Stream.of(whole), Arrays.stream(places.split("[,;…]|\\.{3}")))
        .map(TimeZoneNames::key)
        .map(key -> WindowsLabels.PLACES.getOrDefault(key, key))
        .flatMap(name -> one(name, fits).stream())
        .findFirst();
  }

  /** The same for places whose commas are lost. */
  static Optional<ZoneId> words(String places, Predicate<ZoneId> fits) {
    List<String> words = List.of(places.split(" "));
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(
            from ->
                IntStream.rangeClosed(from + 1, Math.min(words.size(), from + LONGEST_PLACE))
                    .mapToObj(to -> String.join(" ", words.subList(from, to))))
        .flatMap(place -> place(place, fits).stream())
        .findFirst();
  }

  private static Optional<ZoneId> one(String name, Predicate<ZoneId> fits) {
    Set<ZoneId> found = PLACES.getOrDefault(key(name), Set.of());
    List<ZoneId> all = Stream.concat(iana(name).stream(), found.stream()).filter(fits).toList();
    boolean alike = all.stream().map(ZoneId::getRules).distinct().count() == 1;
    return alike ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Whether a zone has this offset when no daylight saving time is in force. */
  static boolean isStandard(ZoneId zone, ZoneId offset) {
    Instant now = Instant.now();
    return zone.getRules().getStandardOffset(now).equals(offset.getRules().getOffset(now));
  }

  private static String key(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return SEPARATORS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static ZoneId shorter(ZoneId one, ZoneId other) {
    return one.getId().length() <= other.getId().length() ? one : other;
  }
}
