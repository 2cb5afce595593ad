package dev.holdfast.teams.outbound;

import dev.holdfast.card.OmittedRows;
import dev.holdfast.card.TextTruncator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what is too large for Teams smaller in a way that still makes sense: lists lose their last
 * rows and say how many, and long texts end early. Buttons and inputs stay.
 */
public final class CardSizeLimiter {

  /**
   * UTF-16 units of a message as JSON: 80 of the 100 KB that Teams takes (facts B4), because what
   * else goes along is Teams' own.
   */
  public static final int LARGEST = 40_000;

  private static final int SHORTEST_TEXT = 100;
  private static final Set<String> LISTS = Set.of("body", "items", "facts");

  private CardSizeLimiter() {}

  /** The card, or a smaller copy if it has more UTF-16 units than that. */
  public static JsonNode card(JsonNode card, int units) {
    if (units(card) <= units) {
      return card;
    }
    var copy = card.deepCopy();
    List<Shortened> shortened = new ArrayList<>();
    while (units(copy) > units && shorten(copy, shortened)) {
      // Each turn leaves less, and ends when nothing is left that may go.
    }
    shortened.forEach(Shortened::say);
    return copy;
  }

  /** How many UTF-16 units the JSON has, without writing it. */
  static int units(JsonNode node) {
    if (node.isString()) {
      return units(node.stringValue());
    }
    if (!node.isContainer()) {
      return node.toString().length();
    }
    int units = 2 + Math.max(0, node.size() - 1); // brackets and commas
    for (var property : node.properties()) {
      units += units(property.getKey()) + 1;
    }
    for (var child : node) {
      units += units(child);
    }
    return units;
  }

  private static int units(String text) {
    int units = 2;
    for (int i = 0; i < text.length(); i++) {
      units += units(text.charAt(i));
    }
    return units;
  }

  private static int units(char written) {
    return switch (written) {
      case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> 2;
      default -> written < ' ' ? 6 : 1;
    };
  }

  /** A list, and how many rows it has lost. */
  private static final class Shortened {

    private final ArrayNode list;
    private final boolean facts;
    private int lost;

    Shortened(ArrayNode list, boolean facts) {
      this.list = list;
      this.facts = facts;
    }

    /** Buttons and inputs that follow the rows keep their place behind the words. */
    void say() {
      var said = OmittedRows.of(lost);
      var last = IntStream.range(0, list.size()).filter(at -> mayGo(list.get(at))).max().orElse(-1);
      list.insert(last + 1, facts ? said.fact() : said.row());
    }
  }

  /** Takes a part of the largest list, or of the longest text if there is no such list. */
  private static boolean shorten(JsonNode card, List<Shortened> shortened) {
    List<Shortened> lists = new ArrayList<>();
    List<ObjectNode> texts = new ArrayList<>();
    collect(card, lists, texts);
    var largest = lists.stream().max(Comparator.comparingInt(one -> units(one.list)));
    if (largest.isPresent()) {
      var list = largest.get().list;
      var known = shortened.stream().filter(one -> one.list == list).findFirst();
      var entry =
          known.orElseGet(
              () -> {
                shortened.add(largest.get());
                return largest.get();
              });
      entry.lost += dropLast(list);
      return true;
    }
    Optional<ObjectNode> longest =
        texts.stream().max(Comparator.comparingInt(text -> text.path("text").asString().length()));
    longest.ifPresent(
        block -> {
          var text = block.path("text").asString();
          block.put("text", TextTruncator.cut(text, text.length() / 2));
        });
    return longest.isPresent();
  }

  private static void collect(JsonNode node, List<Shortened> lists, List<ObjectNode> texts) {
    for (var field : node.properties()) {
      if (LISTS.contains(field.getKey())
          && field.getValue() instanceof ArrayNode list
          && rows(list).size() > 2) {
        lists.add(new Shortened(list, "facts".equals(field.getKey())));
      }
    }
    if (node instanceof ObjectNode object
        && node.path("text").asString("").length() > SHORTEST_TEXT) {
      texts.add(object);
    }
    node.forEach(child -> collect(child, lists, texts));
  }

  private static int dropLast(ArrayNode list) {
    var rows = rows(list);
    int drop = Math.max(1, rows.size() / 4);
    rows.subList(rows.size() - drop, rows.size()).stream()
        .sorted(Comparator.reverseOrder())
        .forEach(at -> list.remove(at));
    return drop;
  }

  /** Where the elements stand that may go. */
  private static List<Integer> rows(ArrayNode list) {
    return IntStream.range(0, list.size()).filter(at -> mayGo(list.get(at))).boxed().toList();
  }

  /** A row that opens something as a whole may go, a button of its own or an input may not. */
  private static boolean mayGo(JsonNode element) {
    var type = element.path("type").asString("");
    if (type.equals("ActionSet") || type.startsWith("Input.")) {
      return false;
    }
    for (var child : element) {
      if (!mayGo(child)) {
        return false;
      }
    }
    return true;
  }
}
