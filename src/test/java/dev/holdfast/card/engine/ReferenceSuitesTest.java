package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares with what the reference makes of its own public suites, of public card templates, and of
 * every function with arguments of every type. Every difference is in {@code
 * suite-differences.json}, with a reason of which {@code RATIONALE.md} tells more.
 */
class ReferenceSuitesTest {
  private static final JsonNode DATA = Golden.read("data.json");
  private static final JsonNode SUITES = Golden.read("suites.json");
  private static final JsonNode MATRIX = Golden.read("matrix.json");
  private static final Map<String, JsonNode> DIFFERENCES = differences();

  private static Map<String, JsonNode> differences() {
    var differences = new HashMap<String, JsonNode>();
    for (var entry : Golden.read("suite-differences.json")) {
      differences.put(
          key(entry.get("suite").asString(), entry.get("expression").asString()), entry);
    }
    return differences;
  }

  private static String key(String suite, String expression) {
    return suite + ": " + expression;
  }

  private static JsonNode expression(String expression, JsonNode data) {
    var template = Golden.JSON.createObjectNode().put("v", "${" + expression + "}");
    return Golden.outcome(template, data, Optional.of("v"));
  }

  /** What's wrong with the outcome, if anything is. */
  private static void compare(String key, JsonNode reference, JsonNode ours, List<String> faults) {
    var difference = DIFFERENCES.get(key);
    if (!Golden.same(difference == null ? reference : difference, ours)) {
      faults.add(key + ": reference " + reference + ", ours " + ours + ", known " + difference);
    } else if (difference != null && Golden.same(reference, ours)) {
      faults.add(key + " isn't different any more");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionTakesArgumentsOfAnyTypeAsTheReferenceDoes() {
    return MATRIX
        .valueStream()
        .map(line -> DynamicTest.dynamicTest(line.get(0).asString(), () -> compareFunction(line)));
  }

  private static void compareFunction(JsonNode line) {
    var faults = new ArrayList<String>();
    for (var vector : line.get(1)) {
      var call = line.get(0).asString() + "(" + vector.get(0).asString() + ")";
      compare(key("matrix", call), outcome(vector), expression(call, DATA), faults);
    }
    assertThat(faults).isEmpty();
  }

  /** The reference's outcome in the short form of the matrix. */
  private static ObjectNode outcome(JsonNode vector) {
    var outcome = Golden.JSON.createObjectNode();
    return switch (vector.size()) {
      case 1 -> outcome.put("nothing", true);
      case 2 -> outcome.put("error", vector.get(1).asString().equals("l") ? "load" : "expand");
      default -> outcome.set("value", vector.get(2));
    };
  }

  @TestFactory
  Stream<DynamicTest> everyExpressionOfTheSuitesIsWhatTheReferenceSays() {
    return SUITES
        .valueStream()
        .filter(suite -> suite.has("expressions"))
        .map(
            suite ->
                DynamicTest.dynamicTest(
                    suite.get("suite").asString(), () -> compareExpressions(suite)));
  }

  private static void compareExpressions(JsonNode suite) {
    var faults = new ArrayList<String>();
    for (var vector : suite.get("expressions")) {
      var written = vector.get(0).asString();
      var key = key(suite.get("suite").asString(), written);
      compare(key, vector.get(1), expression(written, suite.get("data")), faults);
    }
    assertThat(faults).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyPublicTemplateIsWhatTheReferenceSays() {
    return SUITES
        .valueStream()
        .flatMap(suite -> suite.path("templates").valueStream())
        .map(
            template ->
                DynamicTest.dynamicTest(
                    template.get("name").asString(),
                    () -> assertThat(expanded(template)).isEqualTo(template.get("value"))));
  }

  private static JsonNode expanded(JsonNode vector) {
    var host = Golden.HOST.withData(vector.path("host"));
    return Template.parse(vector.get("template")).expand(vector.get("data"), host).json();
  }

  @Test
  void everyDifferenceHasItsReasonInTheRationaleAndBelongsToAnExpression() throws IOException {
    var rationale = Path.of("src/main/java/dev/holdfast/card/engine/RATIONALE.md");
    var reasons = DIFFERENCES.values().stream().map(d -> "**" + d.get("reason").asString() + "**");
    assertThat(Files.readString(rationale)).contains(reasons.distinct().toList());
    assertThat(known()).containsAll(DIFFERENCES.keySet());
  }

  private static Set<String> known() {
    var known = new HashSet<String>();
    for (var line : MATRIX) {
      for (var vector : line.get(1)) {
        var call = line.get(0).asString() + "(" + vector.get(0).asString() + ")";
        known.add(key("matrix", call));
      }
    }
    for (var suite : SUITES) {
      for (var vector : suite.path("expressions")) {
        known.add(key(suite.get("suite").asString(), vector.get(0).asString()));
      }
    }
    return known;
  }

  @Test
  void theSuitesAreComplete() {
    assertThat(MATRIX.size()).isEqualTo(FunctionNames.SUPPORTED.size() - 2);
    assertThat(SUITES.get(0).get("expressions").size()).isGreaterThan(700);
    assertThat(SUITES.get(1).get("expressions").size()).isGreaterThan(350);
    assertThat(SUITES.get(2).get("templates").size()).isGreaterThan(50);
  }
}
