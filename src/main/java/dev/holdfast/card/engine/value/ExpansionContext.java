package dev.holdfast.card.engine.value;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an expansion takes from its surroundings. Nothing is ever taken from the JVM's defaults.
 *
 * @param locale the reader's language, for functions that are given no locale
 * @param zone the zone whose wall clock {@code addDays}, {@code addHours}, {@code addMinutes} and
 *     {@code addSeconds} count on; results are always written in UTC
 * @param clock for {@code utcNow}
 * @param ids for {@code newGuid}
 * @param random for {@code rand}
 * @param missing what is shown for a value that isn't in the data, given its path
 * @param data what {@code $host} stands for
 */
public record ExpansionContext(
    Locale locale,
    ZoneId zone,
    Clock clock,
    Supplier<UUID> ids,
    RandomGenerator random,
    UnaryOperator<String> missing,
    JsonNode data) {

  /** A host with random numbers that shows a missing value as its path in <code>${…}</code>. */
  public ExpansionContext(
      Locale locale, ZoneId zone, Clock clock, Supplier<UUID> ids, JsonNode data) {
    this(locale, zone, clock, ids, new SecureRandom(), path -> "${" + path + "}", data);
  }

  /** A host without {@code $host} data, with random ids. */
  public static ExpansionContext of(Locale locale, ZoneId zone, Clock clock) {
    return new ExpansionContext(
        locale, zone, clock, UUID::randomUUID, JsonNodeFactory.instance.missingNode());
  }

  /** This host for a reader of another language. */
  public ExpansionContext withLocale(Locale locale) {
    return new ExpansionContext(locale, zone, clock, ids, random, missing, data);
  }

  /** This host with other {@code $host} data. */
  public ExpansionContext withData(JsonNode data) {
    return new ExpansionContext(locale, zone, clock, ids, random, missing, data);
  }

  /** This host with something else to show for a missing value, such as {@code path -> "–"}. */
  public ExpansionContext withMissing(UnaryOperator<String> missing) {
    return new ExpansionContext(locale, zone, clock, ids, random, missing, data);
  }
}
