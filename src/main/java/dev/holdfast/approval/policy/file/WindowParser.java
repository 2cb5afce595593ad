package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.RoleRule.Substitutes;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.request.window.BusinessHours;
import dev.holdfast.request.window.EscalationPoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads how long there is to decide, what happens meanwhile, and who else may decide. */
final class WindowParser {

  private static final Duration DEFAULT = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(30);

  /** Who has half of the time left is reminded unless the file says otherwise. */
  static final List<Integer> REMINDERS = List.of(50);

  private static final String EXPIRES = "expires-after";
  private static final String REMIND = "remind-at";
  private static final String ESCALATE = "escalate";
  private static final String AFTER = "after";

  private final PeopleParser people;
  private final HoursParser hours;
  private final List<PolicyProblem> problems;

  WindowParser(PeopleParser people, HoursParser hours, List<PolicyProblem> problems) {
    this.people = people;
    this.hours = hours;
    this.problems = problems;
  }

  /**
   * What a role says of it.
   *
   * @param substitutes who else may decide
   */
  record Parsed(ApprovalWindow window, Substitutes substitutes) {}

  Parsed parse(YamlMapping role) {
    Optional<BusinessHours> open = hours.parse(role);
    Duration length =
        role.find(EXPIRES).map(given -> length(role, given, open.isPresent())).orElse(DEFAULT);
    Optional<YamlMapping> escalation =
        role.find(ESCALATE).map(given -> YamlMapping.of(given, ESCALATE, problems));
    Optional<EscalationPoint> point = escalation.flatMap(given -> point(given, length));
    People reserve = escalation.map(this::reserve).orElse(Substitutes.NOBODY.reserve());
    escalation.ifPresent(YamlMapping::refuseOthers);
    return new Parsed(
        new ApprovalWindow(length, reminders(role), point, open),
        new Substitutes(named(role, "delegates"), reserve));
  }

  private static Duration length(YamlMapping role, Node given, boolean business) {
    String text = role.text(EXPIRES).orElse("");
    if (business && text.endsWith("d")) {
      role.wrong(given, "with business-hours, expires-after has to be in hours, such as 8h");
      return DEFAULT;
    }
    Optional<Duration> length = duration(text).filter(duration -> duration.compareTo(LONGEST) <= 0);
    if (length.isEmpty()) {
      role.wrong(given, "expires-after has to be a duration up to 30 days, such as 24h or 2d");
    }
    return length.orElse(DEFAULT);
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(DurationStyle.detectAndParse(text))
          .filter(duration -> !duration.isNegative() && !duration.isZero());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** At which shares of a time something is reminded of, in percent. */
  static List<Integer> reminders(YamlMapping role) {
    if (role.find(REMIND).isEmpty()) {
      return REMINDERS;
    }
    List<ScalarNode> given = role.texts(REMIND);
    if (given.size() == 1 && given.get(0).getValue().strip().equals("none")) {
      return List.of();
    }
    return given.stream()
        .flatMap(
            text -> {
              OptionalInt share = share(text.getValue());
              if (share.isEmpty()) {
                role.wrong(text, "remind-at has to be none or shares from 1% to 99%, such as 50%");
              }
              return share.stream().boxed();
            })
        .distinct()
        .sorted()
        .toList();
  }

  private static OptionalInt share(String text) {
    return text.strip().matches("[1-9][0-9]?%")
        ? OptionalInt.of(Integer.parseInt(text.strip().replace("%", "")))
        : OptionalInt.empty();
  }

  private static Optional<EscalationPoint> point(YamlMapping escalation, Duration length) {
    Optional<Node> after = escalation.require(AFTER);
    String text = escalation.text(AFTER).orElse("");
    Optional<EscalationPoint> point =
        share(text).isPresent()
            ? Optional.of(EscalationPoint.share(share(text).getAsInt()))
            : duration(text).filter(time -> time.compareTo(length) < 0).map(EscalationPoint::time);
    if (point.isEmpty()) {
      after.ifPresent(
          given ->
              escalation.wrong(
                  given,
                  "after has to be a share from 1% to 99%, or a duration shorter than"
                      + " expires-after"));
    }
    return point;
  }

  private People reserve(YamlMapping escalation) {
    escalation.require("to");
    return named(escalation, "to");
  }

  private People named(YamlMapping mapping, String key) {
    People named = people.parse(mapping, key);
    if (named.everybody()) {
      mapping.wrong(
          mapping.find(key).orElseThrow(),
          "name people in %s; * would be everybody".formatted(key));
    }
    return named;
  }
}
