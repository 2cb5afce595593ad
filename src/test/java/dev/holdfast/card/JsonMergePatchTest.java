package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.card.engine.Template;
import dev.holdfast.card.engine.value.ExpansionContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is laid over a template before it is compiled. */
class JsonMergePatchTest {

  private static final ExpansionContext HOST =
      ExpansionContext.of(Locale.ENGLISH, ZoneOffset.UTC, Clock.systemUTC());

  @Test
  void setsReplacesAndTakesOutAsRfc7396Says() {
    assertThat(laid("{'a': {'b': 'c'}, 'd': 1, 'e': 2}", "{'a': {'f': true}, 'd': null, 'e': 3}"))
        .isEqualTo(json("{'a': {'b': 'c', 'f': true}, 'e': 3}"));
    assertThat(laid("{}", "{'a': {'b': {'c': null, 'd': 1}}}"))
        .isEqualTo(json("{'a': {'b': {'d': 1}}}"));
  }

  @Test
  void mergesIntoTheValueOfAnExpression() {
    JsonNode template =
        laid(
            "{'data': '${given}'}",
            "{'data': {'verb': '${name}', 'fixed': 'It is so', 'deep': {'hide': true}}}");

    JsonNode expanded =
        Template.parse(template)
            .expand(json("{'given': {'id': '${x}', 'verb': 'old'}, 'name': 'go'}"), HOST)
            .json();

    assertThat(expanded)
        .isEqualTo(
            json(
                "{'data': {'id': '${x}', 'verb': 'go', 'fixed': 'It is so', 'deep': {'hide':"
                    + " true}}}"));
  }

  @Test
  void refusesTextWithAnExpressionInIt() {
    assertThatThrownBy(() -> laid("{'data': '${given}'}", "{'data': {'verb': 'a ${name}'}}"))
        .hasMessageContaining("a ${name}");
  }

  private static JsonNode laid(String target, String patch) {
    return JsonMergePatch.apply((ObjectNode) json(target), json(patch));
  }

  private static JsonNode json(String singleQuoted) {
    return JsonMapper.shared().readTree(singleQuoted.replace('\'', '"'));
  }
}
