package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.card.engine.value.ExpansionContext;
import dev.holdfast.card.engine.value.ExpansionException;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TemplateTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ExpansionContext HOST =
      ExpansionContext.of(
          Locale.US,
          ZoneOffset.UTC,
          Clock.fixed(Instant.parse("2026-03-05T09:08:07.006Z"), ZoneOffset.UTC));

  private static Expansion expand(String template, String data) {
    return Template.parse("test.json", template).expand(JSON.readTree(data), HOST);
  }

  @Test
  void bindsACardToItsData() {
    var expansion =
        expand(
            """
            {"type":"AdaptiveCard","body":[
              {"type":"TextBlock","text":"Hello ${toUpper(name)}, ${count(jobs)} jobs"},
              {"$data":"${jobs}","$when":"${state != 'gone'}","text":"${$index}: ${id} of ${$root.name}",
               "percent":"${done * 100 / total}"},
              {"$when":"${exists(nobody)}","text":"never"}],
             "at":"${formatDateTime(utcNow(), 'yyyy-MM-dd HH:mm')}"}
            """,
            """
            {"name":"Ada","jobs":[{"id":"a","done":1,"total":4},{"id":"b","state":"gone"},
              {"id":"c","done":0.5,"total":1}]}
            """);

    assertThat(expansion.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"AdaptiveCard","body":[
                  {"type":"TextBlock","text":"Hello ADA, 3 jobs"},
                  {"text":"0: a of Ada","percent":25},{"text":"2: c of Ada","percent":50}],
                 "at":"2026-03-05 09:08"}
                """));
    assertThat(expansion.warnings()).isEmpty();
  }

  @Test
  void warnsOfAPathThatLeadsNowhereAndLeavesItInTheText() {
    var expansion = expand("{\"a\":[\"x ${nobody.home} y\"]}", "{}");

    assertThat(expansion.json()).isEqualTo(JSON.readTree("{\"a\":[\"x ${nobody.home} y\"]}"));
    assertThat(expansion.warnings())
        .containsExactly("test.json#/a/0: 'nobody.home' is not in the data");
  }

  @Test
  void refusesAnUnknownFunctionByNameWhenLoaded() {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse("card.json", "{\"a\":[{\"b\":\"x ${1 + nope(c)}\"}]}"))
        .withMessage("card.json#/a/0/b column 9: there is no function 'nope'")
        .satisfies(e -> assertThat(e.column()).isEqualTo(9));
  }

  @Test
  void callsFunctionsOfTheCallersOwn() {
    TemplateFunction shout =
        (arguments, host) ->
            JsonNodeFactory.instance.stringNode(arguments.get(0).asString() + host.locale());
    var template = Template.parse("t", "[\"${my.shout('hey')}\"]", Map.of("my.shout", shout));

    assertThat(template.expand(JsonNodeFactory.instance.nullNode(), HOST).json())
        .isEqualTo(JSON.readTree("[\"heyen_US\"]"));
  }

  @Test
  void saysWhereATextIsNotJson() {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse("card.json", "{\n  \"a\": [1,}"))
        .withMessageStartingWith("card.json# column 11: line 2 is not JSON: ")
        .satisfies(e -> assertThat(e.pointer()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "${1 +}           | 6  | 'the end' does not belong here",
        "x ${(a}          | 7  | ')' is missing before 'the end'",
        "${length(5)}     | 3  | argument 1 of length must be string",
        "${length(a, b)}  | 3  | length takes 1 argument, not 2",
        "${a ~ b}         | 5  | '~ b' does not belong here",
        "${a.}            | 5  | a property needs a name",
        "${'a'.b}         | 7  | only an object has properties, not string",
        "${where(a, 1, b)}| 3  | argument 2 of where must be name",
        "${isMatch(a,'[')}| 3  | '[' is not a regular expression",
        "${`a ${1 +} b`}  | 11 | 'the end' does not belong here"
      })
  void saysWhatIsWrongWithAnExpressionAndWhere(String text, int column, String sentence) {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse(JSON.createArrayNode().add(text)))
        .satisfies(e -> assertThat(e.sentence()).isEqualTo(sentence))
        .satisfies(e -> assertThat(e.pointer()).isEqualTo("/0"))
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }

  @Test
  void saysWhereALoneExpressionHasNoValue() {
    assertThatExceptionOfType(ExpansionException.class)
        .isThrownBy(() -> expand("{\"a\":[{\"b/c\":\"${n / 0}\"}]}", "{\"n\":1}"))
        .withMessage("test.json#/a/0/b~1c: a number cannot be divided by 0");
  }

  @Test
  void warnsOfEveryGapBetweenDataAndTemplate() {
    var expansion =
        expand(
            """
            {"a":[{"$when":"${nobody}"},{"$when":"${n}"},{"$when":true},{"$when":"${n == 2}"}],
             "b":"${n} ${list} ${length(n)} ${o['x']}"}
            """,
            "{\"n\":1,\"list\":[1],\"o\":{}}");

    assertThat(expansion.json())
        .isEqualTo(JSON.readTree("{\"a\":[],\"b\":\"1 1 ${length(n)} ${o['x']}\"}"));
    assertThat(expansion.warnings())
        .containsExactly(
            "test.json#/a/0/$when: $when is not an expression that is true or false, so it counts"
                + " as false",
            "test.json#/a/1/$when: $when is not an expression that is true or false, so it counts"
                + " as false",
            "test.json#/a/2/$when: $when is not an expression that is true or false, so it counts"
                + " as false",
            "test.json#/b: ${list} is a list, not text",
            "test.json#/b: ${length(n)} stays as it is: argument 1 of length is not a string",
            "test.json#/b: ${o['x']} is nothing, not text");
  }

  @Test
  void neverEvaluatesData() {
    var expansion =
        expand("[\"${a}\",\"<${a}>\",\"${b}\"]", "{\"a\":\"${1 + 1}\",\"b\":{\"$when\":\"${x}\"}}");

    assertThat(expansion.json())
        .isEqualTo(JSON.readTree("[\"${1 + 1}\",\"<${1 + 1}>\",{\"$when\":\"${x}\"}]"));
    assertThat(expansion.warnings()).isEmpty();
  }

  @Test
  void givesAResultThatSharesNothingWithTheData() {
    var data = JSON.readTree("{\"list\":[{\"a\":1}]}");
    var json = Template.parse(JSON.readTree("{\"v\":\"${list}\"}")).expand(data, HOST).json();

    ((ObjectNode) json.get("v").get(0)).put("a", 2);
    assertThat(data).isEqualTo(JSON.readTree("{\"list\":[{\"a\":1}]}"));
  }

  @Test
  void givesAResultThatIsTheCallersToChange() {
    var template = Template.parse(JSON.readTree("{\"a\":1,\"b\":\"${x}\",\"c\":{\"d\":2}}"));
    var data = JSON.readTree("{\"x\":3}");
    var changed = (ObjectNode) template.expand(data, HOST).json();

    changed.put("a", 4).put("e", 5).remove("b");
    ((ObjectNode) changed.get("c")).removeAll().put("f", 6);
    changed.properties().removeIf(property -> property.getKey().equals("none"));

    assertThat(changed.toString()).isEqualTo("{\"a\":4,\"c\":{\"f\":6},\"e\":5}");
    assertThat(template.expand(data, HOST).json().toString())
        .isEqualTo("{\"a\":1,\"b\":3,\"c\":{\"d\":2}}");
  }

  @Test
  void keepsEveryDigitOfAWholeNumberThatIsOnlyShown() {
    var expansion = expand("[\"${id}\",\"no ${id}\"]", "{\"id\":12345678901234567890}");

    assertThat(expansion.json().toString())
        .isEqualTo("[12345678901234567890,\"no 12345678901234567890\"]");
  }

  @Test
  void expandsFromManyThreadsAtOnce() {
    var template =
        Template.parse(JSON.readTree("[{\"$data\":\"${list}\",\"v\":\"${$index}: ${$data}\"}]"));
    var data = JSON.readTree("{\"list\":[\"a\",\"b\",\"c\"]}");
    var expected = template.expand(data, HOST);

    assertThat(IntStream.range(0, 1000).parallel().mapToObj(i -> template.expand(data, HOST)))
        .allMatch(expected::equals);
  }

  @Test
  void refusesAFunctionOfTheCallersWithTheNameOfABuiltInOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.parse("t", "[]", Map.of("concat", (a, host) -> a.get(0))))
        .withMessage("'concat' is a built-in function");
  }
}
