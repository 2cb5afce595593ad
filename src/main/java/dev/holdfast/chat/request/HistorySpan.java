package dev.holdfast.chat.request;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.bot.time.TimeRangeParser;
import dev.holdfast.bot.time.ZoneParser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The span of time that a person wants the history of.
 *
 * @param zone the one that the person named in the words for the time
 * @param assumed whether the words were read in UTC only because the person's zone isn't known
 * @param trouble why the words can't be read
 */
record HistorySpan(
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<ZoneId> zone,
    boolean assumed,
    Optional<String> trouble) {

  /** What a person is told whose words were read in UTC. */
  static final String ASSUMED =
      "Holdfast doesn't know your time zone, so it reads the time in UTC. To use another time zone,"
          + " add it to the time, as in history since yesterday Europe/Berlin.";

  /** A zone that is named in one bound counts for the other, unless the person's own is known. */
  static HistorySpan of(HistoryCommand.Arguments asked, ChatUser who, Instant now) {
    Optional<ZoneId> named =
        Stream.of(asked.since(), asked.until())
            .flatMap(Optional::stream)
            .flatMap(words -> TimeRangeParser.zone(words, now).stream())
            .findFirst();
    TimeRangeParser times =
        new TimeRangeParser(who.knownZone().or(() -> named).orElseGet(who::zone), now);
    Optional<ParsedInstant> since = asked.since().map(times::since);
    Optional<ParsedInstant> until = asked.until().map(times::until);
    Optional<Instant> from = since.flatMap(HistorySpan::instant);
    Optional<Instant> to = until.flatMap(HistorySpan::instant);
    return new HistorySpan(
        from,
        to,
        named,
        who.knownZone().isEmpty() && named.isEmpty() && dependsOnZone(asked, now),
        since
            .flatMap(HistorySpan::trouble)
            .or(() -> until.flatMap(HistorySpan::trouble))
            .or(() -> order(from, to)));
  }

  private static boolean dependsOnZone(HistoryCommand.Arguments asked, Instant now) {
    return Stream.of(asked.since(), asked.until())
        .flatMap(Optional::stream)
        .anyMatch(
            words ->
                !ZoneParser.sameEverywhere(zone -> new TimeRangeParser(zone, now).since(words)));
  }

  private static Optional<String> order(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())
        ? Optional.of("That time ends before it begins: “since” is not before “until”.")
        : Optional.empty();
  }

  private static Optional<String> trouble(ParsedInstant when) {
    return when instanceof ParsedInstant.NotUnderstood not
        ? Optional.of(not.sentence())
        : Optional.empty();
  }

  private static Optional<Instant> instant(ParsedInstant when) {
    return when instanceof ParsedInstant.At at ? Optional.of(at.instant()) : Optional.empty();
  }
}
