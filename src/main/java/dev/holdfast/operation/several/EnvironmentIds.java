package dev.holdfast.operation.several;

import java.util.List;
import java.util.stream.Stream;

/** IDs of environments in one field of a form, as a choice of several is sent. */
final class EnvironmentIds {

  private EnvironmentIds() {}

  static String text(List<String> ids) {
    return String.join(",", ids);
  }

  /** Each once; none for an empty text. */
  static List<String> of(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }
}
