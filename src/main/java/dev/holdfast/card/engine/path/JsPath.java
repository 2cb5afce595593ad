package dev.holdfast.card.engine.path;

import dev.holdfast.card.engine.value.EngineLimits;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code jPath}: finds values in a tree by a path such as <code>.cars{.maker === 'Fiat'}.model
 * </code>.
 *
 * @see <a href="https://www.npmjs.com/package/jspath">JSPath, the language</a>
 */
public final class JsPath extends JsPathConditions {
  /** Steps that each make a list of a list. */
  private record Steps(@Nullable JsonNode root, List<Node> steps, boolean endsInIndex)
      implements Node {
    @Override
    public JsonNode of(JsonNode context) {
      var from = root == null ? context : root;
      JsonNode found = from.isArray() ? from : list(Stream.of(from));
      for (var step : steps) {
        found = step.of(found);
      }
      return found;
    }

    @Override
    public boolean isPath() {
      return true;
    }
  }

  private final JsonNode root;

  private JsPath(ExpansionRun run, JsonNode root, String path) {
    super(run, path);
    this.root = root;
  }

  /** What a path finds in JSON. */
  public static JsonNode find(ExpansionRun run, JsonNode json, String text) {
    var path = new JsPath(run, json, text);
    var node = path.union();
    if (path.at < path.tokens.size()) {
      throw path.unexpected();
    }
    var found = node.of(json);
    return node instanceof Steps steps && steps.endsInIndex ? found.path(0) : found;
  }

  private Node union() {
    if (++depth > EngineLimits.EXPRESSION_DEPTH) {
      throw new EvaluationException(
          "a path may be nested " + EngineLimits.EXPRESSION_DEPTH + " deep");
    }
    var parts = new ArrayList<Node>();
    do {
      parts.add(isNext("(") ? group() : path());
    } while (take("|"));
    depth--;
    return parts.size() == 1
        ? parts.get(0)
        : context -> list(parts.stream().flatMap(part -> part.of(context).valueStream()));
  }

  private Node group() {
    expect("(");
    var inner = union();
    expect(")");
    var steps = new ArrayList<Node>();
    steps.add(inner);
    var endsInIndex = predicates(steps);
    return steps.size() == 1 ? inner : new Steps(null, steps, endsInIndex);
  }

  private boolean predicates(List<Node> steps) {
    var endsInIndex = false;
    while (isNext("[") || isNext("{") || isNext("(")) {
      endsInIndex = isNext("[") && isIndex();
      steps.add(isNext("[") ? position() : isNext("{") ? condition() : group());
    }
    return endsInIndex;
  }

  @Override
  boolean isPath() {
    return isNext(".")
        || isNext("..")
        || isNext("^")
        || at < tokens.size()
            && tokens.get(at).startsWith("$")
            && tokens.get(at).matches("[$@\\w]+");
  }

  @Override
  Node path() {
    if (!isPath()) {
      throw unexpected();
    }
    var isAbsolute = take("^");
    var start = isAbsolute ? root : null;
    if (!isAbsolute && tokens.get(at).startsWith("$")) {
      start = tokens.get(at++).equals("$") ? null : JsonValues.MISSING;
    }
    var steps = new ArrayList<Node>();
    var endsInIndex = false;
    while (isNext(".") || isNext("..") || isNext("[") || isNext("{") || isNext("(")) {
      if (isNext(".") || isNext("..")) {
        endsInIndex = false;
        steps.add(selector());
      } else {
        endsInIndex = predicates(steps);
      }
    }
    return new Steps(start, steps, endsInIndex);
  }

  private Node selector() {
    var isDeep = tokens.get(at++).equals("..");
    var next = at < tokens.size() ? tokens.get(at) : "";
    var isName =
        next.equals("*")
            || next.matches("(?s)[$@\\w].*|['\"].*") && !next.matches("\\d.*|true|false|null");
    var name = isName ? next.matches("(?s)['\"].*") ? text(next) : next : null;
    at += isName ? 1 : 0;
    if (isDeep) {
      return context -> descend(context, name, new ArrayList<>(), 0);
    }
    return name == null
        ? context -> context
        : context -> list(context.valueStream().flatMap(item -> select(item, name)));
  }

  private Stream<JsonNode> select(JsonNode item, String name) {
    run.spend(1);
    if (!name.equals("*")) {
      return item.isObject() && item.has(name)
          ? spread(JsonValues.plain(item.get(name)))
          : Stream.of();
    }
    return item.isArray()
        ? item.valueStream()
        : item.isObject() ? item.valueStream().flatMap(JsPath::spread) : Stream.of();
  }

  /** The elements of a list, or the value itself. */
  private static Stream<JsonNode> spread(JsonNode value) {
    return value.isArray() ? value.valueStream() : Stream.of(value);
  }

  private ArrayNode descend(
      JsonNode context, @Nullable String name, List<JsonNode> found, int level) {
    run.descend(level);
    for (var item : context.values()) {
      if (item.isObject()) {
        if (name == null) {
          found.add(item);
        } else if (!name.equals("*")) {
          select(item, name).forEach(found::add);
        } else {
          item.valueStream().flatMap(JsPath::spread).forEach(found::add);
        }
        descend(list(item.valueStream().flatMap(JsPath::spread)), name, found, level + 1);
      } else if (item.isArray()) {
        descend(list(item.valueStream().flatMap(JsPath::spread)), name, found, level + 1);
      } else if (name == null) {
        found.add(item);
      }
    }
    return level > 0 ? JsonValues.JSON.arrayNode() : list(found.stream());
  }

  private boolean isIndex() {
    int start = at;
    position();
    var isIndex = !tokens.subList(start, at).contains(":");
    at = start;
    return isIndex;
  }

  private Node position() {
    expect("[");
    var from = isNext(":") ? null : unary();
    if (!take(":")) {
      expect("]");
      return context -> {
        int size = context.size();
        int index =
            JsPathOperators.index(from == null ? JsonValues.MISSING : from.of(context), size);
        var item = context.path(index < 0 ? size + index : index);
        return JsonValues.isNothing(item) ? list(Stream.of()) : list(Stream.of(item));
      };
    }
    var to = isNext("]") ? null : unary();
    expect("]");
    return context -> {
      int size = context.size();
      int start = bound(from == null ? 0 : JsPathOperators.index(from.of(context), 0), size);
      int end = bound(to == null ? size : JsPathOperators.index(to.of(context), 0), size);
      return list(context.valueStream().skip(start).limit(Math.max(0, end - start)));
    };
  }

  private static int bound(int index, int size) {
    return Math.max(0, Math.min(size, index < 0 ? size + index : index));
  }

  private Node condition() {
    expect("{");
    var condition = or();
    expect("}");
    return context -> list(context.valueStream().filter(item -> holds(condition, item)));
  }

  private static ArrayNode list(Stream<JsonNode> items) {
    var list = JsonValues.JSON.arrayNode();
    items.forEach(list::add);
    return list;
  }
}
