package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.Policy.Checklist;
import dev.holdfast.message.TextMarks;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what there is to do after a restore or copy. */
final class ChecklistParser {

  private static final String KEY = "checklists";

  /** What overwrites an environment. */
  static final List<String> OPERATIONS = List.of("copy", "restore");

  static final List<String> KNOWN =
      Stream.of(KnownItem.values()).map(KnownItem::key).sorted().toList();

  private static final int MOST_ITEMS = 10;
  private static final int LONGEST = 80;

  private final List<PolicyProblem> problems;

  private ChecklistParser(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  /** None where the policy says nothing of it. */
  static List<Checklist> parse(YamlMapping document, List<PolicyProblem> problems) {
    Optional<Node> given = document.find(KEY);
    List<Node> lists = given.map(node -> document.sequence(node, KEY)).orElseGet(List::of);
    return lists.stream().map(new ChecklistParser(problems)::list).toList();
  }

  private Checklist list(Node node) {
    YamlMapping list = YamlMapping.of(node, "a checklist", problems);
    List<String> operations = operations(list);
    List<EnvironmentCondition> environments =
        list.require("environments")
            .map(given -> ConditionsParser.parse(given, problems))
            .orElseGet(List::of);
    List<ChecklistItem> items =
        list.require("items").map(given -> items(list, given)).orElseGet(List::of);
    list.refuseOthers();
    return new Checklist(operations, environments, items);
  }

  /** All of them unless the list names some. */
  private static List<String> operations(YamlMapping list) {
    if (list.find("operations").isEmpty()) {
      return OPERATIONS;
    }
    List<String> named = new ArrayList<>();
    for (ScalarNode node : list.texts("operations")) {
      String operation = node.getValue().strip();
      if (!OPERATIONS.contains(operation)) {
        list.wrong(
            node,
            "“%s” isn't an operation with a checklist; there is %s"
                .formatted(operation, String.join(", ", OPERATIONS)));
      }
      named.add(operation);
    }
    return named;
  }

  private List<ChecklistItem> items(YamlMapping list, Node given) {
    List<ChecklistItem> items = new ArrayList<>();
    int own = 0;
    for (Node node : list.sequence(given, "items")) {
      Optional<ChecklistItem> item =
          node instanceof MappingNode ? own(node, own + 1) : known(list, node);
      own += node instanceof MappingNode ? 1 : 0;
      if (item.filter(items::contains).isPresent()) {
        list.wrong(node, "%s is given twice".formatted(item.get().key()));
      }
      item.ifPresent(items::add);
    }
    if (items.size() > MOST_ITEMS) {
      list.wrong(given, "a checklist has at most %d items".formatted(MOST_ITEMS));
    }
    return items;
  }

  private static Optional<ChecklistItem> known(YamlMapping list, Node node) {
    String key = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    Optional<ChecklistItem> known = KnownItem.of(key).map(ChecklistItem::of);
    if (known.isEmpty()) {
      list.wrong(
          node,
          "“%s” isn't a known item; there is %s, or words of your own as text"
              .formatted(key, String.join(", ", KNOWN)));
    }
    return known;
  }

  private Optional<ChecklistItem> own(Node node, int number) {
    YamlMapping item = YamlMapping.of(node, "an item", problems);
    Optional<Node> given = item.require("text");
    Optional<String> text = item.text("text");
    item.refuseOthers();
    text.flatMap(words -> objection(words, "text"))
        .ifPresent(why -> item.wrong(given.orElseThrow(), why));
    return text.map(words -> ChecklistItem.own(number, words));
  }

  /**
   * Why a text can't be shown to people as it is; empty when it can.
   *
   * @param key of the text
   */
  static Optional<String> objection(String text, String key) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return Optional.of("%s has to have at most %d characters".formatted(key, LONGEST));
    }
    boolean isPlain = text.lines().count() <= 1 && TextMarks.text(text).equals(text);
    return isPlain && text.chars().noneMatch(Character::isISOControl)
        ? Optional.empty()
        : Optional.of(key + " has to be one line without hidden characters");
  }
}
