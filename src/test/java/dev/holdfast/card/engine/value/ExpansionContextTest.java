package dev.holdfast.card.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.engine.Expansion;
import dev.holdfast.card.engine.Template;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExpansionContextTest {
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
                "{\"a\":\"–\",\"b\":\"<–> <–>"
                    + " <${length(two)}>\",\"c\":\"–\",\"d\":2,\"e\":\"–\"}"));
    assertThat(template.expand(data, HOST.withMissing(path -> "no " + path)).json().get("b"))
        .hasToString("\"<no x.y> <no o['none']> <${length(two)}>\"");
  }

  @Test
  void takesRandomNumbersFromTheHost() {
    var host =
        new ExpansionContext(
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
  void takesLocaleZoneClockAndIdsFromTheHost() {
    var id = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    var host =
        new ExpansionContext(
                Locale.GERMANY, ZoneId.of("Europe/Berlin"), HOST.clock(), () -> id, HOST.data())
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
  void neverExpandsAStringOfTheDataThatStringOrValueGets() {
    assertThat(expand("[\"${stringOrValue(a)}\"]", "{\"a\":\"${1 + 1}\"}").json())
        .isEqualTo(JSON.readTree("[\"${1 + 1}\"]"));
  }

  @Test
  void forgetsAssignmentsAtTheEndOfTheString() {
    assertThat(expand("[\"${setPathToValue(a, 2) + a}\",\"${a}\"]", "{\"a\":1}").json())
        .isEqualTo(JSON.readTree("[4,1]"));
  }
}
