package dev.holdfast.chat.calendar;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.calendar.Span;
import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The card that answers {@code calendar}. */
@Component
class CalendarCards {

  private static final Duration SHOWN = Duration.ofDays(7);

  /** By what people look for, and then by time. */
  private static final Comparator<CalendarEntry> FIRST =
      Comparator.comparing(CalendarEntry::kind).thenComparing(CalendarEntry::from);

  private final List<CalendarSource> sources;
  private final CalendarOverlaps overlaps;
  private final ReadableEnvironments environments;
  private final PreflightService preflight;
  private final HelpCard help;
  private final FormLook look;

  CalendarCards(
      List<CalendarSource> sources,
      CalendarOverlaps overlaps,
      ReadableEnvironments environments,
      PreflightService preflight,
      HelpCard help,
      FormLook look) {
    this.sources = List.copyOf(sources);
    this.overlaps = overlaps;
    this.environments = environments;
    this.preflight = preflight;
    this.help = help;
    this.look = look;
  }

  /** Of all environments that the person may see. */
  Card all(ChatUser who) {
    List<EnvironmentRef> seen =
        environments.all(who).subjects().stream().map(EnvironmentViewMapper::name).toList();
    return card(
        Message.of("calendar.title"),
        new CalendarQuery(who.person(), Optional.empty(), seen, span()),
        who);
  }

  /** Of one environment, read afresh. */
  Card one(String environmentId, ChatUser who) {
    return environments
        .byId(environmentId, who)
        .map(known -> preflight.backup(known.id()).source())
        .filter(read -> environments.contain(read, who))
        .map(read -> one(read, who))
        .orElseGet(() -> help.hint(who.texts().of("environment.gone"), who));
  }

  private Card one(EnvironmentProfile read, ChatUser who) {
    return card(
        Message.of("calendar.title.environment", "environment", read.name()),
        new CalendarQuery(
            who.person(), Optional.of(read), List.of(EnvironmentViewMapper.name(read)), span()),
        who);
  }

  private Span span() {
    Instant now = look.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Span(now, now.plus(SHOWN));
  }

  private Card card(Message title, CalendarQuery query, ChatUser who) {
    List<CalendarEntry> all =
        sources.stream().flatMap(source -> source.entries(query).stream()).sorted(FIRST).toList();
    CalendarRows rows = new CalendarRows(query.span(), who.texts());
    List<Message> notes = sources.stream().flatMap(source -> source.notes(query).stream()).toList();
    return look.cards()
        .render(
            new CalendarView(
                who.texts().of(title),
                rows.days(
                    all.stream().limit(CalendarView.MOST).toList(),
                    entry -> overlaps.of(entry, all)),
                Math.max(0, all.size() - CalendarView.MOST),
                rows.notes(notes)));
  }
}
