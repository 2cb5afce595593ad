package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.GroupSource.Kind;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads whom a policy file names: object IDs, its own groups, and {@code *} for everybody.
 * Applications are named by {@code app:} and the object ID of their service principal.
 */
final class PeopleParser {

  private static final String EVERYBODY = "*";

  /** What an application may be named for. */
  private static final Set<String> FOR_APPLICATIONS = Set.of("request", "read");

  private static final List<String> MEMBERS = List.of("people", "entra-groups", "teams");

  /** As Teams names conversations, such as 19:…@thread.tacv2. */
  private static final Pattern TEAM = Pattern.compile("19:[^\\s;@]{1,200}@[\\w.]{1,50}");

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
    List<String> ids = objectIds(group, "people");
    List<GroupSource> sources = new ArrayList<>();
    objectIds(group, "entra-groups")
        .forEach(id -> sources.add(new GroupSource(Kind.ENTRA_GROUP, id.toLowerCase(Locale.ROOT))));
    for (ScalarNode team : group.texts("teams")) {
      if (TEAM.matcher(team.getValue().strip()).matches()) {
        sources.add(new GroupSource(Kind.TEAM, team.getValue().strip()));
      } else {
        group.wrong(team, "“%s” isn't the ID of a team's channel".formatted(team.getValue()));
      }
    }
    if (group.keys().stream().noneMatch(MEMBERS::contains)) {
      all.wrong(node, "%s names nobody; give it people, entra-groups, or teams".formatted(name));
    }
    boolean guests = guests(group);
    group.refuseOthers();
    groups.put(name, new PeopleGroup(name, ids, sources, guests));
  }

  private static List<String> objectIds(YamlMapping group, String key) {
    List<String> ids = new ArrayList<>();
    for (ScalarNode id : group.texts(key)) {
      if (People.OBJECT_ID.matcher(id.getValue().strip()).matches()) {
        ids.add(id.getValue().strip());
      } else {
        group.wrong(id, "“%s” isn't an object ID".formatted(id.getValue()));
      }
    }
    return ids;
  }

  private static boolean guests(YamlMapping group) {
    Optional<String> text = group.text("guests");
    if (text.filter(given -> !given.equals("true") && !given.equals("false")).isPresent()) {
      group.wrong(group.find("guests").orElseThrow(), "guests has to be true or false");
    }
    return text.filter("true"::equals).isPresent();
  }

  List<PeopleGroup> groups() {
    return List.copyOf(groups.values());
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
      } else if (People.APPLICATION_ID.matcher(text).matches()) {
        application(mapping, key, node);
        ids.add(text);
      } else if (groups.containsKey(text)) {
        named.add(groups.get(text));
      } else {
        mapping.wrong(node, "“%s” is neither an object ID nor the name of a group".formatted(text));
      }
    }
    return new People(everybody, ids, named);
  }

  private static void application(YamlMapping mapping, String key, ScalarNode node) {
    if (!FOR_APPLICATIONS.contains(key)) {
      mapping.wrong(
          node, "an application may be named under request and read alone; it never decides");
    }
  }
}
