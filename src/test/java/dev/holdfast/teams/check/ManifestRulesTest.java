package dev.holdfast.teams.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases that the package check of the build runs too. */
class ManifestRulesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> findsWhatACaseChanges() throws IOException {
    return read("/manifest/violations.json")
        .valueStream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.path("name").asString(),
                    () ->
                        assertThat(ManifestRules.violations(changed(one.path("set"))))
                            .isEqualTo(texts(one.path("violations")))));
  }

  @TestFactory
  Stream<DynamicTest> readsWhateverShapeAManifestHas() throws IOException {
    JsonNode own = read("/META-INF/holdfast/manifest.json");
    return own.propertyNames().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      for (String odd : List.of("null", "7", "\"x\"", "[7]", "{\"x\":[]}")) {
                        ObjectNode manifest = (ObjectNode) own.deepCopy();
                        manifest.set(name, JSON.readTree(odd));
                        assertThatCode(() -> ManifestRules.violations(manifest))
                            .as(odd)
                            .doesNotThrowAnyException();
                      }
                    }));
  }

  private static JsonNode changed(JsonNode changes) throws IOException {
    JsonNode manifest = read("/META-INF/holdfast/manifest.json");
    changes
        .properties()
        .forEach(
            change -> {
              JsonPointer pointer = JsonPointer.compile(change.getKey());
              ObjectNode parent = (ObjectNode) manifest.at(pointer.head());
              String field = pointer.last().getMatchingProperty();
              if (change.getValue().isNull()) {
                parent.remove(field);
              } else {
                parent.set(field, change.getValue());
              }
            });
    return manifest;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode read(String resource) throws IOException {
    try (InputStream in = ManifestRulesTest.class.getResourceAsStream(resource)) {
      return JSON.readTree(in);
    }
  }
}
