package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.approval.policy.PolicyRule.StartWindow;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a rule of a policy file. */
final class RuleParser {

  private static final int MOST_APPROVALS = 20;

  /** By their keys, such as {@code data-leaves}. */
  static final Map<String, EnvironmentRole> ROLES =
      Stream.of(EnvironmentRole.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role -> role));

  private final PeopleParser people;
  private final WindowParser windows;
  private final EmergencyParser emergencies;
  private final StartWindowParser starts;
  private final List<PolicyProblem> problems;

  RuleParser(
      PeopleParser people,
      WindowParser windows,
      StartWindowParser starts,
      List<PolicyProblem> problems) {
    this.starts = starts;
    this.people = people;
    this.windows = windows;
    this.problems = problems;
    this.emergencies = new EmergencyParser(people, problems);
  }

  PolicyRule parse(Node node) {
    YamlMapping rule = YamlMapping.of(node, "a rule", problems);
    rule.require("name");
    String name = rule.text("name").orElse("");
    List<EnvironmentCondition> environments =
        rule.require("environments")
            .map(given -> ConditionsParser.parse(given, problems))
            .orElseGet(List::of);
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(EnvironmentRole.class);
    ROLES.forEach(
        (key, role) -> rule.find(key).ifPresent(given -> roles.put(role, role(given, key, role))));
    Optional<People> freezers = TopLevelParser.freezers(rule, people);
    People readers = people.parse(rule, "read");
    List<StartWindow> startWindows = starts.windows(rule);
    rule.refuseOthers();
    return new PolicyRule(name, environments, roles, freezers, readers, startWindows);
  }

  private RoleRule role(Node node, String key, EnvironmentRole role) {
    YamlMapping grant = YamlMapping.of(node, key, problems);
    grant.require("request");
    People requesters = people.parse(grant, "request");
    People approvers = people.parse(grant, "approve");
    if (approvers.everybody()) {
      grant.wrong(grant.find("approve").orElseThrow(), "name who approves; * would be everybody");
    }
    int approvals =
        grant.find("approvals").map(given -> approvals(grant, given)).orElse(defaultOf(role));
    if (!approvers.areListedElsewhere() && approvers.all().size() < approvals) {
      grant.wrong(
          node,
          "%d approval(s) are required, and there are only %d approver(s)"
              .formatted(approvals, approvers.all().size()));
    }
    WindowParser.Parsed window = windows.parse(grant);
    SafetyBackup safetyBackup = safetyBackup(grant, role);
    Optional<EmergencyRule> emergency =
        handsOutOrChangesData(role)
            ? grant.find("emergency").map(given -> emergencies.parse(given, approvers, approvals))
            : Optional.empty();
    boolean ticket = role != EnvironmentRole.OPENED && ticket(grant);
    grant.refuseOthers();
    return new RoleRule(
        requesters,
        approvers,
        approvals,
        window.window(),
        safetyBackup,
        window.substitutes(),
        emergency,
        ticket);
  }

  private static boolean ticket(YamlMapping grant) {
    Optional<Node> given = grant.find("ticket");
    String text = grant.text("ticket").orElse("");
    given
        .filter(node -> !text.equals("required") && !text.equals("none"))
        .ifPresent(node -> grant.wrong(node, "ticket has to be required or none"));
    return given.isPresent() && !text.equals("none");
  }

  private SafetyBackup safetyBackup(YamlMapping grant, EnvironmentRole role) {
    return role == EnvironmentRole.OVERWRITTEN
        ? grant
            .find("safety-backup")
            .map(given -> safetyBackup(grant, given))
            .orElse(SafetyBackup.REQUIRED)
        : SafetyBackup.NONE;
  }

  /**
   * What changes or hands out, or endangers data, or keeps people out, is approved unless the file
   * says that it needn't be.
   */
  private static int defaultOf(EnvironmentRole role) {
    return handsOutOrChangesData(role)
            || role == EnvironmentRole.RESTRICTED
            || role == EnvironmentRole.RECOVERY_CHANGED
        ? 1
        : 0;
  }

  private static boolean handsOutOrChangesData(EnvironmentRole role) {
    return role == EnvironmentRole.DATA_LEAVES || role == EnvironmentRole.OVERWRITTEN;
  }

  private static int approvals(YamlMapping grant, Node given) {
    Optional<String> text = grant.text("approvals");
    if (text.filter(number -> number.matches("\\d{1,2}")).isPresent()
        && Integer.parseInt(text.get()) <= MOST_APPROVALS) {
      return Integer.parseInt(text.get());
    }
    grant.wrong(given, "approvals has to be a number from 0 to " + MOST_APPROVALS);
    return 0;
  }

  private static SafetyBackup safetyBackup(YamlMapping grant, Node given) {
    String text = grant.text("safety-backup").orElse("").toUpperCase(Locale.ROOT);
    for (SafetyBackup one : SafetyBackup.values()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    grant.wrong(given, "safety-backup has to be required, optional, or none");
    return SafetyBackup.REQUIRED;
  }
}
