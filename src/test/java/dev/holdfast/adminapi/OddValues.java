package dev.holdfast.adminapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts values that nobody expects into every field of a body, one at a time. */
final class OddValues {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Each could be anything, nothing, a number, an instant or a duration to some reader. */
  private static final List<String> VALUES =
      Stream.concat(
              Stream.of("null", "7", "-1", "0.5", "1e400", "true", "[]", "{}", "[null]", "[7]"),
              Stream.concat(
                  Stream.of("[[]]", "[{}]", "{\"x\":{\"y\":1}}", "{\"id\":{}}", "{\"id\":7}"),
                  Stream.of(
                          "",
                          " ",
                          "null",
                          "odd",
                          "1,5",
                          "1.234,56",
                          "1,234",
                          "1.5E3",
                          "NaN",
                          "0001-01-01T00:00:00",
                          "0001-01-01T00:00:00+14:00",
                          "1970-01-01T00:00:00Z",
                          "9999-12-31T23:59:59.9999999Z",
                          "-999999999-01-01T00:00:00Z",
                          "+999999999-12-31T23:59:59Z",
                          "20261-01-01T00:00:00Z",
                          "0026-11-20T10:00:00Z",
                          "2026-13-45T99:99:99Z",
                          "P99999999999999D",
                          "-P1D",
                          "P0D",
                          "00000000-0000-0000-0000-000000000000",
                          "../x?y#z",
                          "\u0000\u202e%s${x}<b>",
                          "x".repeat(10_000))
                      .map(MAPPER::writeValueAsString)))
          .toList();

  private OddValues() {}

  /**
   * A body in which one field is odd.
   *
   * @param path such as {@code properties/capacity/0/updatedOn}
   * @param leaf whether a plain value stood there
   */
  record Body(String path, boolean leaf, String value, JsonNode json) {

    /** Whether a value of another kind stands there, which is no way of saying nothing. */
    boolean hasAnotherShape() {
      JsonNode odd = MAPPER.readTree(value);
      return leaf ? odd.isObject() && !odd.isEmpty() && !odd.has("id") : odd.isInt();
    }

    @Override
    public String toString() {
      return path + " = " + value.substring(0, Math.min(value.length(), 60));
    }
  }

  /** Every field of the body with every odd value. */
  static Stream<Body> in(JsonNode body) {
    List<String> paths = new ArrayList<>();
    collect(body, "", paths);
    return paths.stream().flatMap(path -> VALUES.stream().map(value -> with(body, path, value)));
  }

  private static void collect(JsonNode node, String path, List<String> paths) {
    if (!path.isEmpty()) {
      paths.add(path);
    }
    String within = path.isEmpty() ? "" : path + "/";
    node.properties().forEach(field -> collect(field.getValue(), within + field.getKey(), paths));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), within + i, paths);
    }
  }

  private static Body with(JsonNode body, String path, String value) {
    JsonNode copy = body.deepCopy();
    String[] names = path.split("/");
    JsonNode parent = copy;
    for (int i = 0; i < names.length - 1; i++) {
      parent = parent.isArray() ? parent.get(Integer.parseInt(names[i])) : parent.get(names[i]);
    }
    String last = names[names.length - 1];
    boolean leaf;
    JsonNode odd = MAPPER.readTree(value);
    if (parent instanceof ArrayNode array) {
      leaf = array.get(Integer.parseInt(last)).isValueNode();
      array.set(Integer.parseInt(last), odd);
    } else {
      leaf = parent.get(last).isValueNode();
      ((ObjectNode) parent).set(last, odd);
    }
    return new Body(path, leaf, value, copy);
  }
}
