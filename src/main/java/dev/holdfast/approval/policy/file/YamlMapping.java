package dev.holdfast.approval.policy.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML document, of which every key has to be asked for. */
final class YamlMapping {

  private final Node node;
  private final List<PolicyProblem> problems;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();

  private YamlMapping(Node node, List<PolicyProblem> problems) {
    this.node = node;
    this.problems = problems;
  }

  /** Anything else is a problem, and has no keys. */
  static YamlMapping of(Node node, String what, List<PolicyProblem> problems) {
    YamlMapping mapping = new YamlMapping(node, problems);
    if (node instanceof MappingNode map) {
      map.getValue().forEach(mapping::add);
    } else {
      mapping.wrong(node, what + " has to be a mapping of keys to values");
    }
    return mapping;
  }

  private void add(NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      wrong(entry.getKeyNode(), "a key has to be a word");
    } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
      wrong(key, "%s is given twice".formatted(key.getValue()));
    }
  }

  /** The keys, where they can be chosen freely. */
  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  Optional<Node> find(String key) {
    known.put(key, true);
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  /** The value; empty, and a problem, if it's missing. */
  Optional<Node> require(String key) {
    Optional<Node> found = find(key);
    if (found.isEmpty()) {
      wrong(node, key + " is missing");
    }
    return found;
  }

  Optional<String> text(String key) {
    return find(key).flatMap(value -> text(value, key));
  }

  /** One text, or several in a sequence. */
  List<ScalarNode> texts(String key) {
    return find(key).map(value -> texts(value, key)).orElseGet(List::of);
  }

  private List<ScalarNode> texts(Node value, String key) {
    if (value instanceof ScalarNode one) {
      return text(one, key).isPresent() ? List.of(one) : List.of();
    }
    List<ScalarNode> all = new ArrayList<>();
    for (Node element : sequence(value, key)) {
      if (element instanceof ScalarNode scalar && text(scalar, key).isPresent()) {
        all.add(scalar);
      } else if (!(element instanceof ScalarNode)) {
        wrong(element, "%s has to be a list of texts".formatted(key));
      }
    }
    if (all.isEmpty()) {
      wrong(value, key + " is empty");
    }
    return all;
  }

  List<Node> sequence(Node value, String key) {
    if (value instanceof SequenceNode list) {
      return list.getValue();
    }
    wrong(value, key + " has to be a list");
    return List.of();
  }

  private Optional<String> text(Node value, String key) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    wrong(value, key + " has to be a text that isn't empty");
    return Optional.empty();
  }

  /** Whatever nobody asked for is a mistake: a typo in a policy must not go unnoticed. */
  void refuseOthers() {
    entries.forEach(
        (key, entry) -> {
          if (!known.containsKey(key)) {
            wrong(
                entry.getKeyNode(),
                "%s isn't known here; there is %s"
                    .formatted(key, String.join(", ", known.keySet().stream().sorted().toList())));
          }
        });
  }

  void wrong(Node where, String what) {
    problems.add(problem(where.getStartMark(), what));
  }

  static PolicyProblem problem(Mark mark, String what) {
    return new PolicyProblem(mark.getLine() + 1, mark.getColumn() + 1, what);
  }
}
