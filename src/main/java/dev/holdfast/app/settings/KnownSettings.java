package dev.holdfast.app.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** All settings that Holdfast has, from the records that hold them. */
public final class KnownSettings {

  /**
   * A part of a name.
   *
   * @param name as it is written, with dashes
   * @param children by uniform name; empty for a value
   * @param elements what a list consists of; null if this is no list
   */
  record Node(String name, Map<String, Node> children, @Nullable Node elements) {

    boolean isList() {
      return elements != null;
    }

    boolean isValue() {
      return elements == null ? children.isEmpty() : children.isEmpty() && elements.isValue();
    }
  }

  private final Node root = new Node("", new LinkedHashMap<>(), null);

  /**
   * @param types records with {@link ConfigurationProperties}; two may share a prefix
   */
  static KnownSettings of(Collection<Class<?>> types) {
    KnownSettings known = new KnownSettings();
    types.forEach(known::add);
    return known;
  }

  /** The prefix of a record's settings. */
  static String prefix(Class<?> type) {
    return type.getAnnotation(ConfigurationProperties.class).value();
  }

  private void add(Class<?> type) {
    Node group = root;
    for (String element : prefix(type).split("\\.")) {
      group =
          group
              .children()
              .computeIfAbsent(
                  uniform(element), key -> new Node(element, new LinkedHashMap<>(), null));
    }
    merge(children(type), group.children());
  }

  /** A list may have settings beside its elements: {@code policy[0]} and {@code policy.file}. */
  private static void merge(Map<String, Node> more, Map<String, Node> into) {
    more.forEach(
        (key, node) ->
            into.merge(
                key,
                node,
                (there, added) -> {
                  merge(added.children(), there.children());
                  return new Node(
                      there.name(),
                      there.children(),
                      there.elements() == null ? added.elements() : there.elements());
                }));
  }

  private static Map<String, Node> children(Class<?> type) {
    Map<String, Node> children = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = DataObjectPropertyName.toDashedForm(component.getName());
      children.put(uniform(name), node(name, component.getGenericType()));
    }
    return children;
  }

  private static Node node(String name, Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return new Node(name, new LinkedHashMap<>(), node("", generic.getActualTypeArguments()[0]));
    }
    return type instanceof Class<?> group && group.isRecord()
        ? new Node(name, children(group), null)
        : new Node(name, new LinkedHashMap<>(), null);
  }

  static String uniform(String element) {
    return element.replace("-", "");
  }

  Node root() {
    return root;
  }

  /** What stands at this name; empty if nothing does. */
  Optional<Node> find(ConfigurationPropertyName name) {
    Node node = root;
    for (int i = 0; i < name.getNumberOfElements() && node != null; i++) {
      node =
          name.isNumericIndex(i)
              ? node.elements()
              : node.children().get(name.getElement(i, Form.UNIFORM));
    }
    return Optional.ofNullable(node);
  }

  /** The names of all values, with {@code [n]} for each place in a list. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    root.children().values().forEach(child -> collect(child, child.name(), names));
    return names;
  }

  private static void collect(Node node, String name, List<String> names) {
    if (node.isValue()) {
      names.add(name);
    }
    if (node.elements() != null && !node.isValue()) {
      collect(node.elements(), name + "[n]", names);
    }
    node.children().values().forEach(child -> collect(child, name + "." + child.name(), names));
  }
}
