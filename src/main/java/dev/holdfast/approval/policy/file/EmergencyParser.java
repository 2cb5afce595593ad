package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a rule allows in an emergency. */
final class EmergencyParser {

  private static final Duration DEFAULT_WINDOW = Duration.ofDays(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

  private final PeopleParser people;
  private final List<PolicyProblem> problems;

  EmergencyParser(PeopleParser people, List<PolicyProblem> problems) {
    this.people = people;
    this.problems = problems;
  }

  /**
   * @param approvers who review it, unless others are named
   * @param approvals how many are needed otherwise
   */
  EmergencyRule parse(Node node, People approvers, int approvals) {
    YamlMapping given = YamlMapping.of(node, "emergency", problems);
    given.require("request");
    People requesters = people.parse(given, "request");
    People named = people.parse(given, "reviewers");
    People reviewers = given.find("reviewers").isPresent() ? named : approvers;
    int needed = given.find("approvals").map(count -> approvals(given, count)).orElse(0);
    if (needed >= approvals) {
      given.wrong(
          node,
          "an emergency has to need fewer approvals than the %d needed otherwise"
              .formatted(approvals));
    }
    if (requesters.everybody()) {
      given.wrong(node, "name who may declare an emergency; * would be everybody");
    }
    if (!requesters.applications().isEmpty()) {
      given.wrong(node, "an application can't declare an emergency");
    }
    if (reviewers.everybody() || !reviewers.mayBeSomebody()) {
      given.wrong(node, "name who reviews it: reviewers, or those who approve");
    }
    Duration within =
        given.find("review-within").map(window -> window(given, window)).orElse(DEFAULT_WINDOW);
    List<Integer> reminders = WindowParser.reminders(given);
    given.refuseOthers();
    return new EmergencyRule(requesters, needed, within, reminders, reviewers);
  }

  private static int approvals(YamlMapping given, Node node) {
    Optional<String> text = given.text("approvals").filter(number -> number.matches("\\d{1,2}"));
    if (text.isEmpty()) {
      given.wrong(node, "approvals has to be a number, fewer than otherwise");
    }
    return text.map(Integer::parseInt).orElse(0);
  }

  private static Duration window(YamlMapping given, Node node) {
    try {
      Duration window =
          given.text("review-within").map(DurationStyle::detectAndParse).orElse(DEFAULT_WINDOW);
      if (!window.isNegative() && !window.isZero() && window.compareTo(LONGEST_WINDOW) <= 0) {
        return window;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    given.wrong(node, "review-within has to be a duration up to 30 days, such as 24h or 2d");
    return DEFAULT_WINDOW;
  }
}
