package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.PropertyLookup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Data that Jackson made from Java objects is read as the JSON that it's written as. */
class JavaDataTest {
  record Sample(
      float ratio,
      float[] ratios,
      byte[] bytes,
      List<byte[]> files,
      @Nullable Object none,
      Instant instant,
      LocalDate date) {}

  private static final ObjectNode DATA =
      Golden.JSON.<ObjectNode>valueToTree(
          new Sample(
              0.1f,
              new float[] {0.3f},
              new byte[] {1, 2, (byte) 200},
              List.of(new byte[] {1}),
              null,
              Instant.parse("2018-03-15T13:00:00Z"),
              LocalDate.of(2018, 3, 15)));

  static {
    DATA.putPOJO("noPojo", null).putPOJO("raw", new RawValue("{\"a\":[7]}"));
  }

  private static JsonNode value(String expression) {
    var template = Golden.JSON.createArrayNode().add("${" + expression + "}");
    return Template.parse(template).expand(DATA, Golden.HOST).json().path(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "ratio * 3 == 0.1 * 3                 | true",
        "concat(ratio, '')                    | \"0.1\"",
        "string(ratio)                        | \"0.1\"",
        "ratio == 0.1 && ratios[0] == 0.3     | true",
        "contains(ratios, 0.3)                | true",
        "indexOf(ratios, 0.3)                 | 0",
        "sum(ratios)                          | 0.3",
        "bytes                                | \"AQLI\"",
        "isString(bytes) && bytes == 'AQLI'   | true",
        "length(bytes)                        | 4",
        "join(files, ',')                     | \"AQ==\"",
        "foreach(files, f, toLower(f))        | \"aq==\"",
        "contains(files, 'AQ==')              | true",
        "string($root.files)                  | \"[\\\"AQ==\\\"]\"",
        "files == ['AQ==']                    | true",
        "if(noPojo, 1, 2) + if(none, 1, 2)    | 4",
        "noPojo == none                       | true",
        "coalesce(noPojo, none, 'x')          | \"x\"",
        "raw.a[0] + 1                         | 8",
        "count(raw.a)                         | 1",
        "formatDateTime(instant, 'd MMM')     | \"15 Mar\"",
        "addDays(date, 1, 'yyyy-MM-dd')       | \"2018-03-16\"",
        "addHours(instant, 1, 'HH:mm')        | \"14:00\""
      })
  void readsWhatTheJsonWouldSay(String expression, String expected) {
    assertThat(value(expression).toString()).isEqualTo(expected);
  }

  @Test
  void bindsAndRepeatsThem() {
    var template =
        Template.parse("t", "[{\"$data\":\"${files}\",\"v\":\"${$data}\",\"t\":\"<${$data}>\"}]");

    assertThat(template.expand(DATA, Golden.HOST).json().toString())
        .isEqualTo("[{\"v\":\"AQ==\",\"t\":\"<AQ==>\"}]");
  }

  @Test
  void takesNoDataForNull() {
    var template = Template.parse("t", "{\"v\":\"${$root}\",\"w\":\"<${a}>\"}");
    var expected = template.expand(Golden.JSON.nullNode(), Golden.HOST).json();

    assertThat(template.expand(null, Golden.HOST).json()).isEqualTo(expected);
    assertThat(template.expand(Golden.JSON.valueToTree(null), Golden.HOST).json())
        .isEqualTo(expected);
    assertThat(
            template
                .expand(Golden.JSON.getNodeFactory().pojoNode(null), Golden.HOST)
                .json()
                .toString())
        .isEqualTo(expected.toString());
  }

  @Test
  void readsATemplateThatStartsWithAByteOrderMark() {
    assertThat(Template.parse("t", "\ufeff[\"${ratio}\"]").expand(DATA, Golden.HOST).json().get(0))
        .hasToString("0.1");
  }

  @Test
  void keepsTheIndexOfManyPropertiesThroughChanges() {
    var entries = new ArrayList<Map.Entry<String, JsonNode>>();
    var object = new ObjectNode(JsonValues.JSON, new PropertyLookup(entries));
    for (int i = 0; i < 40; i++) {
      object.put("p" + i, i);
    }
    assertThat(object.get("p39").intValue()).isEqualTo(39);

    object.properties().removeIf(property -> property.getValue().intValue() % 2 == 0);
    object.put("p0", 100).put("p1", 101);
    for (int i = 0; i < 40; i += 2) {
      object.put("p" + i, i);
    }

    assertThat(object.get("p1").intValue()).isEqualTo(101);
    assertThat(object.get("p39").intValue()).isEqualTo(39);
    assertThat(object.get("p38").intValue()).isEqualTo(38);
    assertThat(object.size()).isEqualTo(40);
    object.properties().removeIf(property -> property.getValue().intValue() > 9);
    assertThat(object.has("p39")).isFalse();
    assertThat(object.get("p9").intValue()).isEqualTo(9);
    object.put("p39", 1);
    assertThat(object.get("p39").intValue()).isEqualTo(1);
  }
}
