package dev.holdfast.card.engine.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.node.StringNode;

/** JSON values as the language sees them, which is as JavaScript does. */
public final class JsonValues {
  public static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  public static final JsonNode MISSING = JSON.missingNode();
  public static final JsonNode NULL = JSON.nullNode();

  /** Numbers closer than this are equal; JavaScript's {@code Number.EPSILON}. */
  private static final double EPSILON = Math.ulp(1.0);

  private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

  private JsonValues() {}

  /** An object for at most so many properties. */
  public static ObjectNode object(int size) {
    return size > PropertyLookup.FEW
        ? JSON.objectNode()
        : new ObjectNode(JSON, new PropertyLookup(new ArrayList<>(size)));
  }

  /**
   * The value as it is in JSON. A tree made from Java objects holds bytes, raw JSON, and what
   * Jackson doesn't know as objects of their own.
   */
  public static JsonNode plain(@Nullable JsonNode value) {
    if (value == null) {
      return NULL;
    }
    return value instanceof POJONode || value instanceof BinaryNode ? embedded(value) : value;
  }

  private static JsonNode embedded(JsonNode value) {
    try {
      return MAPPER.readTree(value.toString());
    } catch (JacksonException e) {
      return text(value.asString(""));
    }
  }

  public static JsonNode text(String value) {
    return JSON.stringNode(value);
  }

  public static JsonNode number(double value) {
    var whole = (long) value;
    if (whole != value || Math.abs(value) > NumberFormat.MAX_SAFE) {
      return JSON.numberNode(value);
    }
    return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
  }

  public static boolean isNothing(JsonNode value) {
    return value instanceof NullNode || value instanceof MissingNode;
  }

  public static boolean isNumber(JsonNode value) {
    return value.isNumber() && !Double.isNaN(NumberFormat.of(value));
  }

  /** Where a step of a path leads, which is a name or an index. */
  public static JsonNode step(ExpansionRun run, JsonNode from, JsonNode step) {
    if (step instanceof StringNode name) {
      return property(run, from, name.stringValue());
    }
    if (!step.isNumber()) {
      throw new EvaluationException("an index must be a number or a string");
    }
    return from.isObject()
        ? property(run, from, NumberFormat.text(step))
        : element(from, NumberFormat.of(step));
  }

  /** The property of that name, in any letter case if not in exactly this one. */
  public static JsonNode property(ExpansionRun run, JsonNode object, String name) {
    if (!(object instanceof ObjectNode)) {
      // A character of a string has exactly its index for a name; of a list the digits in front
      // count.
      var isName = !object.isString() || INDEX.matcher(name).matches();
      return isNothing(object) || !isName
          ? MISSING
          : element(object, NumberFormat.leading(NumberFormat.INT, name));
    }
    var exact = object.get(name);
    if (exact != null) {
      return plain(exact);
    }
    run.spend(object.size());
    for (var property : object.properties()) {
      if (property.getKey().equalsIgnoreCase(name)) {
        return plain(property.getValue());
      }
    }
    return MISSING;
  }

  /** The element of a list or the character of a string; missing out of bounds. */
  public static JsonNode element(JsonNode list, double index) {
    var at = (int) index;
    if (list.isString() && index == at && at >= 0 && at < list.stringValue().length()) {
      return text(list.stringValue().substring(at, at + 1));
    }
    return index == at ? plain(list.path(at)) : MISSING;
  }

  /** An object's properties as objects, each with its name under that key and its value. */
  public static List<JsonNode> pairs(String key, JsonNode object) {
    return object
        .propertyStream()
        .map(p -> pair(key, text(p.getKey()), plain(p.getValue())))
        .toList();
  }

  public static JsonNode pair(String key, JsonNode name, JsonNode value) {
    return object(2).set(key, name).set("value", value);
  }

  public static JsonNode list(ExpansionRun run, List<? extends JsonNode> items) {
    run.spend(items.size());
    return JSON.arrayNode(items.size()).addAll(items);
  }

  /** Whether two values, so deep in others, are the same to {@code ==}. */
  public static boolean equal(ExpansionRun run, JsonNode one, JsonNode other, int depth) {
    run.descend(depth);
    if (isNothing(one) || isNothing(other)) {
      return isNothing(one) && isNothing(other);
    }
    if (isNumber(one) && isNumber(other)) {
      var a = NumberFormat.of(one);
      var b = NumberFormat.of(other);
      return a == b || Math.abs(a - b) < EPSILON;
    }
    if (!one.isContainer() || one.getNodeType() != other.getNodeType()) {
      return key(one).equals(key(other));
    }
    return one.size() == other.size()
        && (one.isArray()
            ? equalItems(run, one, other, depth)
            : equalFields(run, one, other, depth));
  }

  private static boolean equalItems(ExpansionRun run, JsonNode one, JsonNode other, int depth) {
    for (int i = 0; i < one.size(); i++) {
      if (!equal(run, plain(one.get(i)), plain(other.get(i)), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalFields(ExpansionRun run, JsonNode one, JsonNode other, int depth) {
    for (var property : one.properties()) {
      var match = other.get(property.getKey());
      if (match == null
          || match.isMissingNode() != property.getValue().isMissingNode()
          || !equal(run, plain(property.getValue()), plain(match), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Equal for what is one to {@code indexOf}: scalars of a value, a list or object and itself. */
  public static Object key(JsonNode value) {
    if (value.isContainer()) {
      return new Identity(value);
    }
    return value.isNumber() ? Double.valueOf(NumberFormat.of(value) + 0.0) : value;
  }

  private record Identity(JsonNode value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && that.value == value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }

  /** The value as it leaves the engine: a copy, without what JSON cannot say. */
  public static JsonNode output(ExpansionRun run, JsonNode value, int depth) {
    run.descend(depth);
    if (value instanceof ArrayNode list) {
      var copy = JSON.arrayNode(list.size());
      for (var item : list) {
        copy.add(item.isMissingNode() ? NULL : output(run, item, depth + 1));
      }
      return copy;
    }
    if (value instanceof ObjectNode object) {
      var copy = object(object.size());
      for (var property : object.properties()) {
        if (!property.getValue().isMissingNode()) {
          copy.set(property.getKey(), output(run, property.getValue(), depth + 1));
        }
      }
      return copy;
    }
    return value.isNumber() && !Double.isFinite(NumberFormat.of(value)) ? NULL : plain(value);
  }
}
