package dev.holdfast.card.template;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The properties of an object of the result, which are few enough to look through. Their entries
 * never change, so that one which is fixed in the template serves every object made from it.
 */
final class Properties extends AbstractMap<String, JsonNode> {
  static final int FEW = 16;

  private final List<Map.Entry<String, JsonNode>> entries;

  Properties(List<Map.Entry<String, JsonNode>> entries) {
    this.entries = entries;
  }

  @Override
  public @Nullable JsonNode put(String name, JsonNode value) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).getKey().equals(name)) {
        return entries.set(i, Map.entry(name, value)).getValue();
      }
    }
    entries.add(Map.entry(name, value));
    return null;
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
