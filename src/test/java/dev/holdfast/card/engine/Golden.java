package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.ExpansionContext;
import dev.holdfast.card.engine.value.ExpansionException;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the reference made of expressions and templates, and how to compare with it. */
final class Golden {
  static final JsonMapper JSON = JsonMapper.builder().build();

  static final ExpansionContext HOST =
      new ExpansionContext(
          Locale.US,
          ZoneOffset.UTC,
          Clock.fixed(Instant.parse("2026-03-05T09:08:07.006Z"), ZoneOffset.UTC),
          UUID::randomUUID,
          JSON.readTree("{\"name\":\"Teams\",\"nested\":{\"dark\":true}}"));

  private Golden() {}

  static JsonNode read(String name) {
    try (var file = Golden.class.getResourceAsStream(name)) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this engine makes of it, written as the goldens are. */
  static ObjectNode outcome(JsonNode template, JsonNode data, Optional<String> property) {
    var outcome = JSON.createObjectNode();
    try {
      var json = Template.parse(template).expand(data, HOST).json();
      var value = property.isPresent() ? json.get(property.get()) : json;
      return value == null ? outcome.put("nothing", true) : outcome.set("value", value);
    } catch (TemplateSyntaxException e) {
      return outcome.put("error", "load");
    } catch (ExpansionException e) {
      return outcome.put("error", "expand");
    }
  }

  /** Whether two outcomes are the same; numbers are, and when an error is found may be earlier. */
  static boolean same(JsonNode reference, JsonNode ours) {
    if (reference.has("error") || ours.has("error")) {
      return ours.has("error")
          && reference.has("error")
          && !(reference.get("error").asString().equals("load")
              && ours.get("error").asString().equals("expand"));
    }
    return reference.has("nothing") == ours.has("nothing")
        && (reference.has("nothing") || sameValue(reference.get("value"), ours.get("value")));
  }

  private static boolean sameValue(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? Double.compare(number(a), number(b))
                : a.equals(b) ? 0 : 1,
        other);
  }

  private static double number(JsonNode node) {
    return node.numberValue().doubleValue() + 0.0;
  }
}
