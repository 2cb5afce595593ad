package dev.holdfast.chat.request;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.bot.time.TimeRangeParser;
import dev.holdfast.bot.time.ZoneParser;
import dev.holdfast.message.Message;
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
    Optional<Message> trouble) {

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

  private static Optional<Message> order(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())
        ? Optional.of(Message.of("history.order"))
        : Optional.empty();
  }

  private static Optional<Message> trouble(ParsedInstant when) {
    return when instanceof ParsedInstant.NotUnderstood not
        ? Optional.of(not.reason())
        : Optional.empty();
  }

  private static Optional<Instant> instant(ParsedInstant when) {
    return when instanceof ParsedInstant.At at ? Optional.of(at.instant()) : Optional.empty();
  }
}
