package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Compares with the reference. What is different on purpose stands in {@code differences.json},
 * each time with a reason of which {@code RATIONALE.md} tells more.
 */
class GoldenTest {
  private static final JsonNode DATA = Golden.read("data.json");
  private static final JsonNode EXPRESSIONS = Golden.read("expressions.json");
  private static final JsonNode TEMPLATES = Golden.read("templates.json");
  private static final Map<String, JsonNode> DIFFERENCES = differences();

  private static Map<String, JsonNode> differences() {
    var differences = new HashMap<String, JsonNode>();
    Golden.read("differences.json").forEach(entry -> differences.put(key(entry), entry));
    return differences;
  }

  /** What a golden is known by: its expression, or the name of its template. */
  private static String key(JsonNode golden) {
    return golden.path("expression").asString(golden.path("name").asString(""));
  }

  @TestFactory
  Stream<DynamicTest> everyExpressionIsWhatTheReferenceSays() {
    return EXPRESSIONS.valueStream().map(golden -> test(golden, expression(golden)));
  }

  private static JsonNode expression(JsonNode golden) {
    var template =
        Golden.JSON.createObjectNode().put("v", "${" + golden.get("expression").asString() + "}");
    return Golden.outcome(template, DATA, Optional.of("v"));
  }

  @TestFactory
  Stream<DynamicTest> everyTemplateIsWhatTheReferenceSays() {
    return TEMPLATES.valueStream().map(golden -> test(golden, template(golden)));
  }

  private static JsonNode template(JsonNode golden) {
    var data = golden.has("data") ? golden.get("data") : DATA;
    return Golden.outcome(golden.get("template"), data, Optional.empty());
  }

  private static DynamicTest test(JsonNode golden, JsonNode ours) {
    return DynamicTest.dynamicTest(
        key(golden),
        () -> {
          var difference = DIFFERENCES.get(key(golden));
          var expected = difference == null ? golden : difference;
          assertThat(Golden.same(expected, ours))
              .as("reference %s, ours %s, difference %s", golden, ours, difference)
              .isTrue();
          // A difference that is none any more would hide the next one.
          assertThat(difference != null && Golden.same(golden, ours)).isFalse();
        });
  }

  @Test
  void everyDifferenceHasItsReasonInTheRationale() throws IOException {
    var rationale = Path.of("src/main/java/dev/holdfast/card/engine/RATIONALE.md");
    var reasons = DIFFERENCES.values().stream().map(d -> "**" + d.get("reason").asString() + "**");
    assertThat(Files.readString(rationale)).contains(reasons.distinct().toList());
  }

  @Test
  void thereAreEnoughGoldensAndEveryDifferenceBelongsToOne() {
    assertThat(EXPRESSIONS.size()).isGreaterThan(1000);
    assertThat(TEMPLATES.size()).isGreaterThan(150);
    var known = new TreeSet<String>();
    EXPRESSIONS.forEach(golden -> known.add(key(golden)));
    TEMPLATES.forEach(golden -> known.add(key(golden)));
    assertThat(known).containsAll(DIFFERENCES.keySet());
  }
}
