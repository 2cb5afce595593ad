package dev.holdfast.operation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All types of operations that programs can ask for. Two of one kind stop the start. */
@Component
public class OrderReaders {

  private final Map<String, OrderReader> byKind = new TreeMap<>();

  OrderReaders(List<OrderReader> readers) {
    for (OrderReader reader : readers) {
      if (byKind.put(reader.kind(), reader) != null) {
        throw new IllegalStateException("Two readers of orders are of one kind: " + reader.kind());
      }
    }
  }

  public Optional<OrderReader> find(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  public Collection<OrderReader> all() {
    return byKind.values();
  }
}
