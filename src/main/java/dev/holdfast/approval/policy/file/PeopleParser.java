package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads whom a policy file names: object IDs, its own groups, and {@code *} for everybody. */
final class PeopleParser {

  private static final String EVERYBODY = "*";

  private final Map<String, PeopleGroup> groups = new LinkedHashMap<>();

  private PeopleParser() {}

  static PeopleParser of(Optional<Node> groups, List<PolicyProblem> problems) {
    PeopleParser parser = new PeopleParser();
    groups.ifPresent(
        node -> {
          YamlMapping all = YamlMapping.of(node, "groups", problems);
          all.keys().forEach(name -> parser.add(name, all, problems));
        });
    return parser;
  }

  private void add(String name, YamlMapping all, List<PolicyProblem> problems) {
    Node node = all.find(name).orElseThrow();
    if (People.OBJECT_ID.matcher(name).matches() || name.equals(EVERYBODY) || name.isBlank()) {
      all.wrong(node, "a group can't be named “%s”".formatted(name));
    }
    YamlMapping group = YamlMapping.of(node, name, problems);
    group.require("people");
    List<String> ids = new ArrayList<>();
    for (ScalarNode person : group.texts("people")) {
      if (People.OBJECT_ID.matcher(person.getValue().strip()).matches()) {
        ids.add(person.getValue().strip());
      } else {
        group.wrong(person, "“%s” isn't an object ID".formatted(person.getValue()));
      }
    }
    group.refuseOthers();
    groups.put(name, new PeopleGroup(name, ids));
  }

  /** Nobody if the key is missing. */
  People parse(YamlMapping mapping, String key) {
    List<String> ids = new ArrayList<>();
    List<PeopleGroup> named = new ArrayList<>();
    boolean everybody = false;
    for (ScalarNode node : mapping.texts(key)) {
      String text = node.getValue().strip();
      if (text.equals(EVERYBODY)) {
        everybody = true;
      } else if (People.OBJECT_ID.matcher(text).matches()) {
        ids.add(text);
      } else if (groups.containsKey(text)) {
        named.add(groups.get(text));
      } else {
        mapping.wrong(node, "“%s” is neither an object ID nor the name of a group".formatted(text));
      }
    }
    return new People(everybody, ids, named);
  }
}
