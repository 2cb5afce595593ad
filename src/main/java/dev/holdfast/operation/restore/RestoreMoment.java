package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.bot.time.InstantParser;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.bot.time.TimeTextNormalizer;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.bot.time.ZoneParser;
import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a form holds of the words for a restore point.
 *
 * @param inputs {@code date}, {@code time} and {@code zone}, as far as the words say them
 * @param note what the person should know of how they were read
 */
record RestoreMoment(Map<String, String> inputs, Optional<String> note) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /**
   * Reads the words in the zone that they name, else in the person's. The form shows the person's
   * zone if it's known and the time isn't one that the clocks there show twice.
   */
  static RestoreMoment of(String words, ChatUser who, Instant now) {
    ParsedInstant when = new InstantParser(who.zone(), now).parse(words);
    Optional<ZoneId> named = ZoneParser.in(TimeTextNormalizer.of(words)).map(ZoneParser::zone);
    if (when instanceof ParsedInstant.NotUnderstood not) {
      return new RestoreMoment(Map.of(), Optional.of(who.texts().of(not.reason())));
    }
    if (when instanceof ParsedInstant.Impossible impossible) {
      Optional<ZoneId> zone = named.or(who::knownZone);
      Map<String, String> inputs = new HashMap<>();
      inputs.put("date", impossible.date().toString());
      impossible.time().ifPresent(time -> inputs.put("time", TIME.format(time)));
      zone.ifPresent(there -> inputs.put("zone", name(there)));
      return new RestoreMoment(inputs, Optional.of(who.texts().of(impossible.reason())));
    }
    ParsedInstant.At at = (ParsedInstant.At) when;
    Optional<ZoneId> zone =
        who.knownZone()
            .filter(own -> FormZone.withoutDoubt(at.instant(), own).equals(own))
            .or(() -> named)
            .or(() -> who.knownZone().map(own -> FormZone.withoutDoubt(at.instant(), own)))
            .or(
                () ->
                    ZoneParser.sameEverywhere(any -> new InstantParser(any, now).parse(words))
                        ? Optional.of(who.zone())
                        : Optional.empty());
    ZoneId shown = zone.orElse(who.zone());
    LocalDateTime local = LocalDateTime.ofInstant(at.instant(), shown);
    Map<String, String> inputs = new HashMap<>();
    inputs.put("date", local.toLocalDate().toString());
    inputs.put("time", TIME.format(local));
    zone.ifPresent(there -> inputs.put("zone", name(there)));
    return new RestoreMoment(
        inputs,
        at.note()
            .map(note -> note.then(Message.of("timeInput.thatIs", "time", at.instant())))
            .map(new CardTexts(shown)::of));
  }

  private static String name(ZoneId zone) {
    return zone instanceof ZoneOffset offset ? TimeZoneParser.of(offset).getId() : zone.getId();
  }
}
