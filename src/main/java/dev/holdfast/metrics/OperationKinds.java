package dev.holdfast.metrics;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.request.step.OperationSpecs;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The values of the tag {@code type}: the kinds of operations, and one for all else. */
@Component
class OperationKinds {

  /** Of requests that an earlier or a later version wrote. */
  static final String OTHER = "other";

  private final List<String> known;

  OperationKinds(OperationSpecs specs) {
    this.known =
        specs.specTypes().stream()
            .map(type -> type.getAnnotation(JsonTypeName.class))
            .filter(Objects::nonNull)
            .map(JsonTypeName::value)
            .sorted()
            .toList();
  }

  List<String> all() {
    return Stream.concat(known.stream(), Stream.of(OTHER)).toList();
  }

  String of(String kind) {
    return known.contains(kind) ? kind : OTHER;
  }
}
