package dev.holdfast.card.engine.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The properties of an object of the result. Their entries never change, so that one which is fixed
 * in the template serves every object made from it. A few are looked through; many get an index
 * when somebody asks for one of them.
 */
public final class PropertyLookup extends AbstractMap<String, JsonNode> {
  static final int FEW = 16;

  private final List<Map.Entry<String, JsonNode>> entries;
  private @Nullable Map<String, Integer> index;

  public PropertyLookup(List<Map.Entry<String, JsonNode>> entries) {
    this.entries = entries;
  }

  @Override
  public @Nullable JsonNode get(Object name) {
    int at = indexOf(name);
    return at < 0 ? null : entries.get(at).getValue();
  }

  @Override
  public boolean containsKey(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public @Nullable JsonNode put(String name, JsonNode value) {
    int at = indexOf(name);
    if (at >= 0) {
      return entries.set(at, Map.entry(name, value)).getValue();
    }
    if (entries.size() > FEW) {
      index().put(name, entries.size());
    } else {
      index = null;
    }
    entries.add(Map.entry(name, value));
    return null;
  }

  private int indexOf(Object name) {
    if (entries.size() > FEW) {
      return index().getOrDefault(name, -1);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).getKey().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The place of each name. It's made anew after properties were removed through the iterator. */
  private Map<String, Integer> index() {
    var places = index;
    if (places == null || places.size() != entries.size()) {
      places = new HashMap<>(entries.size() * 2);
      for (int i = 0; i < entries.size(); i++) {
        places.put(entries.get(i).getKey(), i);
      }
      index = places;
    }
    return places;
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, JsonNode>> iterator() {
        return entries.iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }
}
