package dev.holdfast.approval.policy.file;

import dev.holdfast.request.window.BusinessHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads business hours of a policy file, which roles give themselves or by name. */
final class HoursParser {

  private static final String KEY = "business-hours";
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final List<PolicyProblem> problems;
  private final Map<String, BusinessHours> named = new HashMap<>();

  private HoursParser(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  /**
   * @param all those that the file names
   */
  static HoursParser of(Optional<Node> all, List<PolicyProblem> problems) {
    HoursParser parser = new HoursParser(problems);
    all.ifPresent(
        node -> {
          YamlMapping names = YamlMapping.of(node, KEY, problems);
          names
              .keys()
              .forEach(
                  name ->
                      parser
                          .hours(names.find(name).orElseThrow(), name)
                          .ifPresent(hours -> parser.named.put(name, hours)));
        });
    return parser;
  }

  /** Of a role; empty if time passes always, or if something is wrong. */
  Optional<BusinessHours> parse(YamlMapping role) {
    return role.find(KEY).flatMap(given -> parse(role, given));
  }

  private Optional<BusinessHours> parse(YamlMapping role, Node given) {
    if (!(given instanceof ScalarNode name)) {
      return hours(given, KEY);
    }
    Optional<BusinessHours> known = Optional.ofNullable(named.get(name.getValue().strip()));
    if (known.isEmpty()) {
      role.wrong(given, "“%s” isn't the name of business hours".formatted(name.getValue()));
    }
    return known;
  }

  private Optional<BusinessHours> hours(Node node, String what) {
    YamlMapping given = YamlMapping.of(node, what, problems);
    List.of("days", "from", "to", "zone").forEach(given::require);
    List<DayOfWeek> days =
        given.texts("days").stream().flatMap(text -> days(given, text).stream()).toList();
    Optional<LocalTime> from = time(given, "from");
    Optional<LocalTime> to = time(given, "to");
    Optional<ZoneId> zone = zone(given);
    given.refuseOthers();
    if (days.isEmpty() || from.isEmpty() || to.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      given.wrong(given.find("to").orElseThrow(), "to has to be later than from");
      return Optional.empty();
    }
    return Optional.of(new BusinessHours(days, from.get(), to.get(), zone.get()));
  }

  /** One day, or several in a row. */
  private static List<DayOfWeek> days(YamlMapping given, ScalarNode node) {
    String[] ends = node.getValue().strip().toLowerCase(Locale.ROOT).split("-", -1);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      given.wrong(node, "“%s” has to be a day or days, such as mon-fri".formatted(node.getValue()));
      return List.of();
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (int i = 0; i <= Math.floorMod(last - first, DAYS.size()); i++) {
      days.add(DayOfWeek.of(1 + first).plus(i));
    }
    return days;
  }

  private static Optional<LocalTime> time(YamlMapping given, String key) {
    return given
        .text(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalTime.parse(text));
              } catch (DateTimeException e) {
                given.wrong(
                    given.find(key).orElseThrow(),
                    "%s has to be a time in quotation marks, such as \"08:00\"".formatted(key));
                return Optional.empty();
              }
            });
  }

  private static Optional<ZoneId> zone(YamlMapping given) {
    return given
        .text("zone")
        .flatMap(
            text -> {
              if (ZoneId.getAvailableZoneIds().contains(text)) {
                return Optional.of(ZoneId.of(text));
              }
              given.wrong(
                  given.find("zone").orElseThrow(),
                  "zone has to be a time zone, such as Europe/Berlin");
              return Optional.empty();
            });
  }
}
