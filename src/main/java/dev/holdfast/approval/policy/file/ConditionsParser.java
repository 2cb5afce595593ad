package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.People;
import dev.holdfast.environment.EnvironmentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads which environments a rule covers: {@code all}, or those that fulfill all conditions. */
final class ConditionsParser {

  private static final String ALL = "all";

  static final Set<String> TYPES =
      Set.of("production", "sandbox", "developer", "trial", "default", "teams");

  static final Set<String> KINDS =
      Stream.of(EnvironmentKind.values())
          .map(EnvironmentKind::key)
          .filter(key -> !key.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  /** Attributes by the key of the condition. */
  private static final Map<String, String> ATTRIBUTES =
      new TreeMap<>(
          Map.of("types", "type", "kinds", "kind", "regions", "region", "groups", "group"));

  private final YamlMapping given;
  private final List<EnvironmentCondition> conditions = new ArrayList<>();

  private ConditionsParser(YamlMapping given) {
    this.given = given;
  }

  static List<EnvironmentCondition> parse(Node node, List<PolicyProblem> problems) {
    if (node instanceof ScalarNode scalar && scalar.getValue().equals(ALL)) {
      return List.of();
    }
    ConditionsParser parser =
        new ConditionsParser(
            YamlMapping.of(node, "environments (it may also be the word all)", problems));
    parser.read(node);
    return parser.conditions;
  }

  private void read(Node node) {
    List<String> ids = values("ids");
    if (!ids.isEmpty()) {
      conditions.add(new EnvironmentCondition.Ids(ids));
    }
    ATTRIBUTES.forEach(this::attribute);
    given.find("managed").ifPresent(this::managed);
    List<String> names = given.texts("names").stream().map(ScalarNode::getValue).toList();
    if (!names.isEmpty()) {
      conditions.add(EnvironmentCondition.Names.of(names));
    }
    given.refuseOthers();
    if (conditions.isEmpty() && given.keys().isEmpty()) {
      given.wrong(node, "environments is empty; for every environment, it has to be the word all");
    }
  }

  private void attribute(String key, String name) {
    List<String> values = new ArrayList<>();
    for (ScalarNode value : given.texts(key)) {
      String text = value.getValue().strip().toLowerCase(Locale.ROOT);
      allowed(key)
          .filter(words -> !words.contains(text))
          .ifPresent(
              words ->
                  given.wrong(
                      value,
                      "“%s” isn't known; there is %s"
                          .formatted(
                              value.getValue(),
                              String.join(", ", words.stream().sorted().toList()))));
      if (key.equals("groups")
          && !text.equals("none")
          && !People.OBJECT_ID.matcher(text).matches()) {
        given.wrong(value, "“%s” isn't the ID of an environment group".formatted(text));
      }
      values.add(text);
    }
    if (!values.isEmpty()) {
      conditions.add(new EnvironmentCondition.Attribute(name, values));
    }
  }

  private static Optional<Set<String>> allowed(String key) {
    return switch (key) {
      case "types" -> Optional.of(TYPES);
      case "kinds" -> Optional.of(KINDS);
      default -> Optional.empty();
    };
  }

  private void managed(Node node) {
    String text = given.text("managed").orElse("");
    if (!text.equals("true") && !text.equals("false")) {
      given.wrong(node, "managed has to be true or false");
    }
    conditions.add(new EnvironmentCondition.Attribute("managed", List.of(text)));
  }

  private List<String> values(String key) {
    return given.texts(key).stream().map(ScalarNode::getValue).map(String::strip).toList();
  }
}
