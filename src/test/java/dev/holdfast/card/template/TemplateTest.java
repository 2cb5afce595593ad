package dev.holdfast.card.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

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
        .isThrownBy(() -> Template.parse("card.json", "{\"a\":[{\"b\":\"x ${1 + xPath(c)}\"}]}"))
        .withMessageStartingWith(
            "card.json#/a/0/b column 9: there is no function 'xPath'; there are abs, add,")
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
}
