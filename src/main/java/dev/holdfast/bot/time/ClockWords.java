package dev.holdfast.bot.time;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time of day in words that are in lower case and have single spaces, perhaps with its zone.
 *
 * @param zone empty where they name none
 * @param rest the words without both
 */
public record ClockWords(LocalTime time, Optional<ZoneId> zone, String rest) {

  /** Empty where they have no time of day, or one that isn't a whole minute. */
  public static Optional<ClockWords> of(String words) {
    Optional<ZoneParser> named = ZoneParser.in(words);
    return TimeOfDayParser.in(named.map(ZoneParser::rest).orElse(words))
        .filter(clock -> clock.time().getSecond() == 0)
        .map(clock -> new ClockWords(clock.time(), named.map(ZoneParser::zone), clock.rest()));
  }
}
