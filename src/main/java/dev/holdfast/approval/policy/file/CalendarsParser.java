package dev.holdfast.approval.policy.file;

import dev.holdfast.calendar.CalendarEvent;
import dev.holdfast.calendar.CalendarFormatException;
import dev.holdfast.calendar.EventLength;
import dev.holdfast.calendar.ICalendarFile;
import dev.holdfast.calendar.NamedCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the calendars of a policy file: events of their own, or an iCalendar file beside it. */
final class CalendarsParser {

  private static final String KEY = "calendars";
  private static final int DATE_LENGTH = 10;

  private final CalendarFiles files;
  private final List<PolicyProblem> problems;

  private CalendarsParser(CalendarFiles files, List<PolicyProblem> problems) {
    this.files = files;
    this.problems = problems;
  }

  /** By their names. What is wrong with one is a problem, and it has no events. */
  static Map<String, NamedCalendar> parse(
      YamlMapping document, CalendarFiles files, List<PolicyProblem> problems) {
    CalendarsParser parser = new CalendarsParser(files, problems);
    Map<String, NamedCalendar> found = new LinkedHashMap<>();
    document
        .find(KEY)
        .map(node -> YamlMapping.of(node, KEY, problems))
        .ifPresent(
            names ->
                names
                    .keys()
                    .forEach(
                        name ->
                            found.put(
                                name,
                                new NamedCalendar(
                                    name, parser.events(names.find(name).orElseThrow(), name)))));
    return found;
  }

  private List<CalendarEvent> events(Node node, String name) {
    YamlMapping given = YamlMapping.of(node, name, problems);
    Optional<ZoneId> zone = zone(given);
    Optional<Node> events = given.find("events");
    Optional<Node> file = given.find("ics");
    given.refuseOthers();
    if (events.isPresent() == file.isPresent()) {
      given.wrong(node, "a calendar has either events or ics, the name of a file");
      return List.of();
    }
    List<CalendarEvent> found =
        file.isPresent()
            ? file(given, file.get(), zone)
            : own(given, events.orElseThrow(), given.require("zone").flatMap(ignored -> zone));
    return found;
  }

  private static Optional<ZoneId> zone(YamlMapping given) {
    Optional<String> text = given.find("zone").flatMap(node -> given.text("zone"));
    Optional<ZoneId> zone = text.filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    if (text.isPresent() && zone.isEmpty()) {
      given.wrong(
          given.find("zone").orElseThrow(), "zone has to be a time zone, such as Europe/Berlin");
    }
    return zone;
  }

  private List<CalendarEvent> own(YamlMapping given, Node node, Optional<ZoneId> zone) {
    List<CalendarEvent> events = new ArrayList<>();
    List<Node> listed = given.sequence(node, "events");
    listed.forEach(event -> event(event, zone).ifPresent(events::add));
    if (listed.isEmpty()) {
      given.wrong(node, "a calendar without events has no time at all");
    }
    return events;
  }

  private Optional<CalendarEvent> event(Node node, Optional<ZoneId> zone) {
    YamlMapping event = YamlMapping.of(node, "an event", problems);
    List.of("start", "lasts").forEach(event::require);
    Optional<LocalDateTime> start =
        event
            .find("start")
            .filter(ScalarNode.class::isInstance)
            .map(ScalarNode.class::cast)
            .flatMap(text -> time(event, text));
    Optional<String> lasts = event.find("lasts").flatMap(text -> event.text("lasts"));
    Optional<String> rule = event.find("repeats").flatMap(text -> event.text("repeats"));
    List<ScalarNode> except = event.texts("except");
    event.refuseOthers();
    if (start.isEmpty() || lasts.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    Set<LocalDateTime> left = new TreeSet<>();
    except.forEach(text -> except(event, text, start.get()).ifPresent(left::add));
    try {
      return Optional.of(
          CalendarEvent.of(start.get(), zone.get(), EventLength.parse(lasts.get()), rule, left));
    } catch (CalendarFormatException e) {
      event.wrong(node, e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> time(YamlMapping event, ScalarNode node) {
    try {
      return Optional.of(LocalDateTime.parse(node.getValue().strip().replace(' ', 'T')));
    } catch (DateTimeException e) {
      event.wrong(node, "“%s” isn't a time, such as 2026-01-05 22:00".formatted(node.getValue()));
      return Optional.empty();
    }
  }

  /** A date leaves out what is at the usual time of that day. */
  private static Optional<LocalDateTime> except(
      YamlMapping event, ScalarNode node, LocalDateTime start) {
    String text = node.getValue().strip();
    if (text.length() != DATE_LENGTH) {
      return time(event, node);
    }
    try {
      return Optional.of(LocalDate.parse(text).atTime(start.toLocalTime()));
    } catch (DateTimeException e) {
      event.wrong(node, "“%s” isn't a date, such as 2026-12-24".formatted(text));
      return Optional.empty();
    }
  }

  private List<CalendarEvent> file(YamlMapping given, Node node, Optional<ZoneId> zone) {
    String name = given.text("ics").orElse("");
    if (!CalendarFiles.NAME.matcher(name).matches()) {
      given.wrong(node, "ics has to be the name of a file beside this one, such as year-end.ics");
      return List.of();
    }
    Optional<String> text = files.text(name);
    if (text.isEmpty()) {
      given.wrong(node, "%s can't be read; it has to be beside this file".formatted(name));
      return List.of();
    }
    try {
      List<CalendarEvent> events = ICalendarFile.read(text.get(), zone);
      if (events.isEmpty()) {
        given.wrong(node, name + " has no events");
      }
      return events;
    } catch (CalendarFormatException e) {
      given.wrong(
          node,
          e.line() == 0
              ? "%s: %s".formatted(name, e.getMessage())
              : "%s, line %d: %s".formatted(name, e.line(), e.getMessage()));
      return List.of();
    }
  }
}
