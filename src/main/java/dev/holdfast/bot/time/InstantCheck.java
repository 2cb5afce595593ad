package dev.holdfast.bot.time;

import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether a restore can go back to the date and time of a form, and if not, why and which
 * possible times are nearest. It knows the retention window only as well as the list of
 * environments does; the review reads the environment again.
 *
 * @param earliest the beginning of the retention window
 * @param latest the newest instant that can be restored
 */
public record InstantCheck(ZoneId zone, Instant earliest, Instant latest, Instant now) {

  /**
   * The window moves on while the person reads the form, so its very first minutes would be gone
   * when they submit it.
   */
  static final Duration MARGIN = Duration.ofMinutes(5);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** Either the instant, or what's wrong with which input and the nearest possible times. */
  public record Result(
      Optional<Instant> instant, Map<String, Message> errors, List<Nearest> nearest) {

    private static Result wrong(String input, Message error, Stream<Nearest> nearest) {
      return new Result(Optional.empty(), Map.of(input, error), nearest.distinct().toList());
    }
  }

  /**
   * A time to choose instead.
   *
   * @param zone in which the form shows it: of a time that occurs twice, the offset says which
   */
  public record Nearest(Instant instant, ZoneId zone) {}

  /** Reads a form's inputs. */
  public Result of(String date, String time) {
    if (date.isEmpty()) {
      return Result.wrong("date", Message.of("instantCheck.date.missing"), Stream.empty());
    }
    LocalDate day;
    try {
      day = LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      return Result.wrong("date", Message.of("instantCheck.date.unreadable"), Stream.empty());
    }
    if (time.isEmpty()) {
      Instant end = day.atTime(23, 59).atZone(zone).toInstant();
      return Result.wrong(
          "time", Message.of("instantCheck.time.missing", "date", date), clipped(end));
    }
    try {
      return of(day.atTime(LocalTime.parse(time)));
    } catch (DateTimeParseException e) {
      return Result.wrong("time", Message.of("instantCheck.time.unreadable"), Stream.empty());
    }
  }

  private Result of(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return of(local.atZone(zone).toInstant());
    }
    Instant before = local.toInstant(change.getOffsetBefore());
    Instant after = local.toInstant(change.getOffsetAfter());
    if (change.isGap()) {
      return Result.wrong(
          "time",
          Message.of(
              "instantCheck.gap",
              "time",
              MINUTE.format(local),
              "zone",
              zone.getId(),
              "before",
              change.getDateTimeBefore().toLocalTime().toString(),
              "after",
              change.getDateTimeAfter().toLocalTime().toString()),
          Stream.of(change.getInstant().minus(1, ChronoUnit.MINUTES), change.getInstant())
              .flatMap(this::clipped));
    }
    return Result.wrong(
        "time",
        Message.of("instantCheck.overlap", "time", MINUTE.format(local), "zone", zone.getId()),
        Stream.of(before, after).filter(this::isPossible).map(this::named));
  }

  private Result of(Instant instant) {
    Stream<Nearest> nearest = clipped(instant);
    if (instant.isAfter(now)) {
      return Result.wrong("time", upTo("instantCheck.future"), nearest);
    }
    if (instant.isAfter(latest)) {
      return Result.wrong("time", upTo("instantCheck.tooRecent"), nearest);
    }
    if (instant.isBefore(earliest)) {
      return Result.wrong(
          "time",
          Message.of("instantCheck.tooOld", "time", inZone(RestoreWindow.upToMinute(earliest))),
          nearest);
    }
    return new Result(Optional.of(instant.truncatedTo(ChronoUnit.SECONDS)), Map.of(), List.of());
  }

  private Message upTo(String code) {
    return Message.of(code, "time", inZone(latest));
  }

  private ZonedDateTime inZone(Instant instant) {
    return instant.atZone(zone);
  }

  /** The possible minute that is nearest to an instant; none while there is no possible one. */
  public Stream<Nearest> clipped(Instant instant) {
    Instant first = RestoreWindow.upToMinute(earliest.plus(MARGIN));
    Instant last = latest.truncatedTo(ChronoUnit.MINUTES);
    if (first.isAfter(last)) {
      return Stream.empty();
    }
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    Instant inside = minute.isAfter(last) ? last : minute.isBefore(first) ? first : minute;
    return Stream.of(named(inside));
  }

  private boolean isPossible(Instant instant) {
    return !instant.isBefore(earliest) && !instant.isAfter(latest);
  }

  /** An instant as the form can hold it without doubt. */
  private Nearest named(Instant instant) {
    return new Nearest(instant, FormZone.withoutDoubt(instant, zone));
  }
}
