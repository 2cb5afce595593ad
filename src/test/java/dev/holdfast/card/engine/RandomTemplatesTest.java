package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holdfast.card.engine.value.TemplateException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the grammar can say, the engine either expands it or throws an exception of its own. The
 * seeds are fixed, so that what fails once fails again.
 */
class RandomTemplatesTest {
  private static final JsonNode DATA = Golden.read("data.json");

  @Test
  void randomExpressionsExpandOrFailProperly() {
    int expanded = 0;
    for (int seed = 0; seed < 30_000; seed++) {
      var random = new RandomTemplates(seed);
      var template = Golden.JSON.createObjectNode();
      template.put("alone", "${" + random.expression(1 + seed % 4) + "}");
      expanded += expand(seed, template, seed % 3 == 0 ? random.data(2) : DATA);
    }
    assertThat(expanded).isGreaterThan(3_000);
  }

  @Test
  void randomTemplatesExpandOrFailProperly() {
    int expanded = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      var random = new RandomTemplates(seed);
      expanded += expand(seed, random.template(4), random.data(3));
    }
    assertThat(expanded).isGreaterThan(1_000);
  }

  private static int expand(int seed, JsonNode template, JsonNode data) {
    var before = data.deepCopy();
    try {
      var json = Template.parse(template).expand(data, Golden.HOST).json();
      assertThat(Golden.JSON.readTree(json.toString())).isNotNull();
      return 1;
    } catch (TemplateException e) {
      return 0;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + seed + " with " + template + " and " + data, e);
    } finally {
      assertThat(data).isEqualTo(before);
    }
  }
}
