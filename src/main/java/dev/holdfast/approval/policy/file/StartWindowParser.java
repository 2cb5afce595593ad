package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule.StartWindow;
import dev.holdfast.calendar.NamedCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads when operations may be under way, and when nothing starts. */
final class StartWindowParser {

  /** What can be named; a test holds that it's every kind of operation. */
  static final List<String> OPERATIONS =
      List.of(
          "admin-mode",
          "backup",
          "copy",
          "delete-backup",
          "leave-admin-mode",
          "restore",
          "retention");

  private static final String WINDOWS = "windows";
  private static final String FREEZES = "freezes";

  private final Map<String, NamedCalendar> calendars;
  private final List<PolicyProblem> problems;

  StartWindowParser(Map<String, NamedCalendar> calendars, List<PolicyProblem> problems) {
    this.calendars = calendars;
    this.problems = problems;
  }

  /** Of a rule; none where it says nothing of them. */
  List<StartWindow> windows(YamlMapping rule) {
    return list(rule, WINDOWS).stream()
        .map(
            node -> {
              YamlMapping window = YamlMapping.of(node, "a window", problems);
              StartWindow read =
                  new StartWindow(operations(window), calendars(window), emergenciesPass(window));
              window.refuseOthers();
              return read;
            })
        .toList();
  }

  /** Of the whole policy. */
  List<Policy.Freeze> freezes(YamlMapping document) {
    return list(document, FREEZES).stream().map(this::freeze).toList();
  }

  private Policy.Freeze freeze(Node node) {
    YamlMapping freeze = YamlMapping.of(node, "a freeze", problems);
    Optional<Node> given = freeze.require("reason");
    String reason = freeze.find("reason").flatMap(text -> freeze.text("reason")).orElse("");
    ChecklistParser.objection(reason, "reason")
        .ifPresent(why -> freeze.wrong(given.orElse(node), why));
    List<EnvironmentCondition> environments =
        freeze
            .require("environments")
            .map(where -> ConditionsParser.parse(where, problems))
            .orElseGet(List::of);
    Policy.Freeze read =
        new Policy.Freeze(
            reason, environments, operations(freeze), calendars(freeze), emergenciesPass(freeze));
    freeze.refuseOthers();
    return read;
  }

  private static List<Node> list(YamlMapping mapping, String key) {
    Optional<Node> given = mapping.find(key);
    List<Node> all = given.map(node -> mapping.sequence(node, key)).orElseGet(List::of);
    given.filter(node -> all.isEmpty()).ifPresent(node -> mapping.wrong(node, key + " is empty"));
    return all;
  }

  private static List<String> operations(YamlMapping mapping) {
    List<String> named = new ArrayList<>();
    for (ScalarNode node : mapping.texts("operations")) {
      String operation = node.getValue().strip();
      if (!OPERATIONS.contains(operation)) {
        mapping.wrong(
            node,
            "“%s” isn't an operation; there is %s"
                .formatted(operation, String.join(", ", OPERATIONS)));
      }
      named.add(operation);
    }
    return named;
  }

  private List<NamedCalendar> calendars(YamlMapping mapping) {
    mapping.require("calendars");
    List<NamedCalendar> found = new ArrayList<>();
    for (ScalarNode name : mapping.texts("calendars")) {
      NamedCalendar known = calendars.get(name.getValue().strip());
      if (known == null) {
        mapping.wrong(name, "“%s” isn't the name of a calendar".formatted(name.getValue()));
      } else {
        found.add(known);
      }
    }
    return found;
  }

  private static boolean emergenciesPass(YamlMapping mapping) {
    Optional<Node> given = mapping.find("emergencies");
    String text = given.flatMap(node -> mapping.text("emergencies")).orElse("wait");
    given
        .filter(node -> !text.equals("pass") && !text.equals("wait"))
        .ifPresent(node -> mapping.wrong(node, "emergencies has to be pass or wait"));
    return text.equals("pass");
  }
}
