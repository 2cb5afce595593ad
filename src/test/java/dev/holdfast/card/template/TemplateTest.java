package dev.holdfast.card.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TemplateTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Host HOST =
      Host.of(
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

  @ParameterizedTest
  @CsvSource({
    "toUper, toUpper",
    "tolower, toLower",
    "concta, concat",
    "formatDatetime, formatDateTime",
    "lenght, length",
    "my.shuot, my.shout"
  })
  void suggestsTheNearestNameForATypo(String typo, String name) {
    Map<String, TemplateFunction> own = Map.of("my.shout", (arguments, host) -> arguments.get(0));

    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse("t", "[\"${" + typo + "(a)}\"]", own))
        .satisfies(
            e ->
                assertThat(e.sentence())
                    .isEqualTo(
                        "there is no function '" + typo + "'; did you mean '" + name + "'?"));
  }

  @Test
  void saysWhichPartsOfTheLanguageAreNotSupported() {
    assertThat(FunctionNames.UNSUPPORTED).hasSize(14 + 2);
    for (var name : FunctionNames.UNSUPPORTED) {
      assertThatExceptionOfType(TemplateSyntaxException.class)
          .isThrownBy(() -> Template.parse("t", "[\"${" + name + "(a)}\"]"))
          .satisfies(
              e ->
                  assertThat(e.sentence())
                      .isEqualTo("'" + name + "' is part of the language, not supported here"));
    }
  }

  @Test
  void showsForAMissingValueWhatTheHostSays() {
    var template =
        Template.parse(
            "t",
            """
            {"a":"${x.y}","b":"<${x.y}> <${o['none']}> <${length(two)}>","c":"${toUpper(x)}",
             "d":"${if(x, 1, 2)}","e":"${getProperty('x')}"}
            """);
    var data = JSON.readTree("{\"o\":{},\"two\":2}");
    var json = template.expand(data, HOST.withMissing(path -> "–")).json();

    assertThat(json)
        .isEqualTo(
            JSON.readTree(
                "{\"a\":\"–\",\"b\":\"<–> <–> <${length(two)}>\",\"c\":\"–\",\"d\":2,\"e\":\"–\"}"));
    assertThat(template.expand(data, HOST.withMissing(path -> "no " + path)).json().get("b"))
        .hasToString("\"<no x.y> <no o['none']> <${length(two)}>\"");
  }

  @Test
  void neverExpandsAStringOfTheDataThatStringOrValueGets() {
    assertThat(expand("[\"${stringOrValue(a)}\"]", "{\"a\":\"${1 + 1}\"}").json())
        .isEqualTo(JSON.readTree("[\"${1 + 1}\"]"));
  }

  @Test
  void forgetsAssignmentsAtTheEndOfTheString() {
    assertThat(expand("[\"${setPathToValue(a, 2) + a}\",\"${a}\"]", "{\"a\":1}").json())
        .isEqualTo(JSON.readTree("[4,1]"));
  }

  @Test
  void takesRandomNumbersFromTheHost() {
    var host =
        new Host(
            HOST.locale(),
            HOST.zone(),
            HOST.clock(),
            HOST.ids(),
            new Random(1),
            HOST.missing(),
            HOST.data());
    var list = Template.parse("t", "{\"v\":\"${foreach(range(1, 200), x, rand(3, 6))}\"}");

    assertThat(list.expand(JSON.createObjectNode(), host).json().get("v").valueStream())
        .extracting(JsonNode::intValue)
        .containsOnly(3, 4, 5);
  }

  @Test
  void hasEveryFunctionThatItNames() {
    var functions = Functions.with(Map.of());

    assertThat(FunctionNames.SUPPORTED)
        .hasSize(152 - 14)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(functions.find(name)).as(name).isNotNull());
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
  void takesLocaleZoneClockAndIdsFromTheHost() {
    var id = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    var host =
        new Host(Locale.GERMANY, ZoneId.of("Europe/Berlin"), HOST.clock(), () -> id, HOST.data())
            .withData(JSON.readTree("{\"theme\":\"dark\"}"));
    var template =
        Template.parse(
            "t",
            """
            ["${formatNumber(1234.5, 2)}", "${formatNumber(1234.5, 2, 'en-US')}", "${newGuid()}", "${$host.theme}",
             "${utcNow('d. MMMM')}", "${addDays('2026-03-28T12:00:00.000Z', 1)}",
             "${addHours('2026-03-28T12:00:00.000Z', 24)}", "${toUpper('i')} ${toUpper('i', 'tr')}"]
            """);

    assertThat(template.expand(JSON.createObjectNode(), host).json())
        .isEqualTo(
            JSON.readTree(
                """
                ["1.234,50", "1,234.50", "01234567-89ab-cdef-0123-456789abcdef", "dark",
                 "5. März", "2026-03-29T11:00:00.000Z", "2026-03-29T11:00:00.000Z", "I İ"]
                """));
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
