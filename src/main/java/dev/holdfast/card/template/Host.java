package dev.holdfast.card.template;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an expansion takes from its surroundings. Nothing is ever taken from the JVM's defaults.
 *
 * @param locale for functions that are given no locale
 * @param zone the zone whose wall clock {@code addDays}, {@code addHours}, {@code addMinutes} and
 *     {@code addSeconds} count on; results are always written in UTC
 * @param clock for {@code utcNow}
 * @param ids for {@code newGuid}
 * @param data what {@code $host} stands for
 */
public record Host(Locale locale, ZoneId zone, Clock clock, Supplier<UUID> ids, JsonNode data) {

  /** A host without {@code $host} data, with random ids. */
  public static Host of(Locale locale, ZoneId zone, Clock clock) {
    return new Host(locale, zone, clock, UUID::randomUUID, JsonNodeFactory.instance.missingNode());
  }

  /** This host with other {@code $host} data. */
  public Host withData(JsonNode data) {
    return new Host(locale, zone, clock, ids, data);
  }
}
