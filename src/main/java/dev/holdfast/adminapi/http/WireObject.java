package dev.holdfast.adminapi.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object in an answer of the service. Each field is read on its own: a field with an unexpected
 * shape or value is empty, like a missing one, and its name is in {@link #unreadable}. Names match
 * in any case.
 */
public final class WireObject {

  private static final int LONGEST_SHORT_TEXT = 100;

  private final JsonNode node;
  private final String path;
  private final Set<String> unreadable;

  private WireObject(JsonNode node, String path, Set<String> unreadable) {
    this.node = node;
    this.path = path;
    this.unreadable = unreadable;
  }

  /** Empty when the node isn't an object. */
  public static Optional<WireObject> of(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isObject)
        .map(object -> new WireObject(object, "", new LinkedHashSet<>()));
  }

  /**
   * The fields whose value couldn't be read, here and in the objects within, such as {@code
   * properties.capacity}. Complete only when everything has been read.
   */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** Whether the service says anything there, in whatever shape. */
  public boolean has(String name) {
    JsonNode value = field(name);
    return value != null && !isBlank(value);
  }

  /** Whether there is a field at all. */
  public boolean isEmpty() {
    return node.isEmpty();
  }

  public Optional<WireObject> object(String name) {
    return read(name, value -> Optional.of(value).filter(JsonNode::isObject), WireObject::isBlank)
        .map(value -> within(name, value));
  }

  /** The objects of a list. An object where a list is expected is a list of one. */
  public List<WireObject> list(String name) {
    JsonNode value = field(name);
    if (value == null || !value.isArray()) {
      return object(name).filter(one -> !one.isEmpty()).stream().toList();
    }
    List<WireObject> objects = new ArrayList<>();
    for (JsonNode element : value) {
      if (element.isObject()) {
        objects.add(within(name, element));
      } else if (!element.isNull()) {
        note(name);
      }
    }
    return objects;
  }

  /** The elements of a list, whatever they are; empty when there is no list. */
  public Optional<List<JsonNode>> elements(String name) {
    JsonNode value = field(name);
    if (value == null || !value.isArray()) {
      return Optional.empty();
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return Optional.of(elements);
  }

  /** A text, or a number or truth value as text. */
  public Optional<String> text(String name) {
    return read(name, WireObject::plain, WireObject::isBlank);
  }

  /** The same, unless it's too long for a word of a list of values. */
  public Optional<String> shortText(String name) {
    return text(name).filter(text -> text.length() <= LONGEST_SHORT_TEXT);
  }

  /** A word that the service writes as {@code {"id": "Ready"}} or as {@code "Ready"}. */
  public Optional<String> word(String name) {
    return read(
        name,
        value -> value.isBoolean() ? plain(value) : JsonFields.word(value),
        value ->
            isBlank(value)
                || (value.isObject() && value.isEmpty())
                || (value.has("id") && isBlank(value.path("id"))));
  }

  /** A number, or a text that is one. */
  public Optional<Double> number(String name) {
    return read(
        name,
        value ->
            value.isNumber() || value.isString()
                ? WireNumber.parse(value.asString())
                : Optional.empty(),
        WireObject::isBlank);
  }

  /** An instant; empty without a note when its value means none. */
  public Optional<Instant> instant(String name) {
    return read(
        name,
        value -> Optional.of(value).filter(JsonNode::isString).flatMap(WireObject::instant),
        value -> value.isString() && JsonTimes.meansNone(value.stringValue()));
  }

  /** A duration longer than zero. */
  public Optional<Duration> duration(String name) {
    return read(name, value -> plain(value).flatMap(JsonTimes::duration), WireObject::isBlank);
  }

  private static Optional<Instant> instant(JsonNode value) {
    return JsonTimes.instant(value.stringValue());
  }

  private static Optional<String> plain(JsonNode value) {
    return value.isValueNode() ? JsonFields.text(value.asString(null)) : Optional.empty();
  }

  /** How an answer says nothing without leaving the field out. */
  private static boolean isBlank(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isString() && value.stringValue().isBlank());
  }

  private <T> Optional<T> read(
      String name, Function<JsonNode, Optional<T>> reader, Predicate<JsonNode> meansNone) {
    JsonNode value = field(name);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.apply(value);
    if (read.isEmpty() && !meansNone.test(value)) {
      note(name);
    }
    return read;
  }

  private @Nullable JsonNode field(String name) {
    JsonNode exact = node.get(name);
    if (exact != null) {
      return exact.isNull() ? null : exact;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue().isNull() ? null : field.getValue();
      }
    }
    return null;
  }

  private WireObject within(String name, JsonNode object) {
    return new WireObject(object, path + name + ".", unreadable);
  }

  private void note(String name) {
    unreadable.add(path + name);
  }
}
