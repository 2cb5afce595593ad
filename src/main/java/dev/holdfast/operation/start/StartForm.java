package dev.holdfast.operation.start;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.EnteredZones;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.bot.time.StartTimeParser;
import dev.holdfast.bot.time.TimeTextNormalizer;
import dev.holdfast.bot.time.ZoneParser;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.Message;
import dev.holdfast.request.schedule.PlannedStart;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When a form is to start what it asks for. */
@Component
public class StartForm {

  /** The input for the time. */
  public static final String ID = "start";

  /** The input for how long it may still start. */
  public static final String GRACE = "grace";

  private static final List<Duration> GRACES =
      Stream.of(15, 30, 60, 120, 240, 480, 720, 1440).map(Duration::ofMinutes).toList();

  private final PlannedStartProperties settings;
  private final EnteredZones zones;
  private final Clock clock;

  StartForm(PlannedStartProperties settings, EnteredZones zones, Clock clock) {
    this.settings = settings;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * What a form says.
   *
   * @param start empty for as soon as possible, and where something is wrong
   * @param errors what is wrong, by input
   */
  public record Read(Optional<PlannedStart> start, Map<String, Message> errors) {

    public static final Read NOW = new Read(Optional.empty(), Map.of());

    static Read wrong(String input, Message why) {
      return new Read(Optional.empty(), Map.of(input, why));
    }

    /** What is wrong, with what is wrong elsewhere in the form. */
    public Map<String, Message> with(Map<String, Message> others) {
      Map<String, Message> all = new LinkedHashMap<>(others);
      all.putAll(errors);
      return all;
    }
  }

  /**
   * Reads what was typed. A time that the clocks there don't show, or show twice, is an error,
   * which says how it's meant: the form then shows it with its offset, and can be sent again.
   */
  public Read read(StartInput input, ChatUser who) {
    if (input.isNow()) {
      return Read.NOW;
    }
    zones.keep(named(input), who);
    ParsedInstant parsed = parse(input, who);
    if (!(parsed instanceof ParsedInstant.At at)) {
      return Read.wrong(ID, reason(parsed));
    }
    Optional<Duration> grace = grace(input.grace()).filter(settings::allows);
    if (grace.isEmpty()) {
      return Read.wrong(GRACE, wrongGrace());
    }
    return at.note()
        .map(note -> Read.wrong(ID, note))
        .orElseGet(
            () -> new Read(Optional.of(new PlannedStart(at.instant(), grace.get())), Map.of()));
  }

  private static Message reason(ParsedInstant parsed) {
    return parsed instanceof ParsedInstant.NotUnderstood not
        ? not.reason()
        : Message.of("startTime.notUnderstood");
  }

  private Message wrongGrace() {
    return Message.of(
        "startForm.grace.wrong",
        "least",
        PlannedStartProperties.SHORTEST_GRACE,
        "most",
        settings.mostGrace());
  }

  /** How long it may still start; the usual time where what is put in isn't one that is allowed. */
  public Duration grace(StartInput input) {
    return grace(input.grace()).filter(settings::allows).orElse(settings.grace());
  }

  /** What the inputs show: a time that was understood with its offset, anything else as typed. */
  public StartFields shown(StartInput input, ChatUser who) {
    Duration grace = grace(input);
    return new StartFields(text(input, who), grace.toString(), graces(grace));
  }

  /** The text with which a form asks for the same again. */
  public static String text(PlannedStart start, ChatUser who) {
    return StartTimeParser.text(
        start.notBefore(), who.knownZone().orElse(ZoneOffset.UTC)); // with its offset
  }

  /** The same as data of a form. */
  public Map<String, String> data(StartInput input, ChatUser who) {
    Map<String, String> data = new HashMap<>();
    data.put(ID, text(input, who));
    data.put(GRACE, input.grace());
    return data;
  }

  private String text(StartInput input, ChatUser who) {
    if (input.isNow()) {
      return "";
    }
    ZoneId shown =
        zone(input, who).or(() -> named(input)).orElse(ZoneOffset.UTC); // with its offset
    return parse(input, who) instanceof ParsedInstant.At at
        ? StartTimeParser.text(at.instant(), shown)
        : input.start();
  }

  private List<Choice> graces(Duration chosen) {
    return Stream.concat(GRACES.stream(), Stream.of(settings.grace(), chosen))
        .filter(settings::allows)
        .distinct()
        .sorted()
        .map(grace -> new Choice(CardTexts.SHARED.duration(grace), grace.toString()))
        .toList();
  }

  /**
   * Reads what an order says, see {@link StartOrder}.
   *
   * @param order its fields
   */
  public Read ofOrder(Map<String, String> order) {
    String text = order.getOrDefault(ID, "");
    if (text.isEmpty()) {
      return Read.NOW;
    }
    Optional<PlannedStart> start = StartOrder.read(text, settings.grace());
    if (start.isEmpty()) {
      return Read.wrong(ID, StartOrder.UNREADABLE);
    }
    if (!start.get().isAhead(clock.instant())) {
      return Read.wrong(ID, Message.of("startTime.past"));
    }
    if (start.get().notBefore().isAfter(clock.instant().plus(settings.farthest()))) {
      return Read.wrong(ID, Message.of("startTime.tooFar", "duration", settings.farthest()));
    }
    return settings.allows(start.get().grace())
        ? new Read(start, Map.of())
        : Read.wrong(ID, wrongGrace());
  }

  private Optional<Duration> grace(String text) {
    if (text.isEmpty()) {
      return Optional.of(settings.grace());
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private ParsedInstant parse(StartInput input, ChatUser who) {
    return new StartTimeParser(zone(input, who), clock.instant(), settings.farthest())
        .parse(input.start());
  }

  /** An unknown zone is never read as another. */
  private static Optional<ZoneId> zone(StartInput input, ChatUser who) {
    FormZone zone = FormZone.of(input.zone(), who);
    return zone.error().isPresent() ? Optional.empty() : Optional.of(zone.zone());
  }

  private static Optional<ZoneId> named(StartInput input) {
    return ZoneParser.in(TimeTextNormalizer.of(input.start())).map(ZoneParser::zone);
  }
}
