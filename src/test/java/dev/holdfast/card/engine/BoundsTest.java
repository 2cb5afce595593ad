package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.card.engine.value.ExpansionException;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** No template and no data makes the engine run on, run out of memory or run out of stack. */
class BoundsTest {
  private static final JsonNode DATA =
      Golden.JSON.readTree("{\"s\":\"%s\",\"list\":[1,2,3]}".formatted("a".repeat(100_000)));

  /** On half of the stack that threads of a server have. */
  private static <T> T onSmallStack(Supplier<T> work) {
    var result = new CompletableFuture<T>();
    Runnable run =
        () -> {
          try {
            result.complete(work.get());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    new Thread(null, run, "small", 512 * 1024).start();
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static Expansion expand(String expression) {
    return onSmallStack(
        () -> {
          var template = Golden.JSON.createArrayNode().add("${" + expression + "}");
          return Template.parse(template).expand(DATA, Golden.HOST);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "!(", "-(", "{a:", "length(", "s[", "if(true,1,", "`${", "1+("})
  void refusesExpressionsThatAreNestedTooDeep(String open) {
    var close =
        open.startsWith("`") ? "}`" : open.contains("(") ? ")" : open.contains("{") ? "}" : "]";
    var nested = open.repeat(5000) + "1" + close.repeat(5000);

    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse(Golden.JSON.createArrayNode().add("${" + nested + "}")));
  }

  @Test
  void computesTheLongestChainsItAccepts() {
    assertThat(expand("1" + " + 1".repeat(290)).json().get(0).intValue()).isEqualTo(291);
    assertThat(expand("!".repeat(500) + "true").json().get(0).booleanValue()).isTrue();
    assertThat(expand("list" + "[0]".repeat(190) + " == 1").json().get(0).booleanValue()).isFalse();
  }

  @Test
  void followsPathsOfTheDataHoweverLong() {
    var path = "join(split(substring(s, 0, 50000), ''), '.')";

    assertThat(expand("getProperty(" + path + ")").json().get(0).stringValue())
        .startsWith("${a.a.a")
        .hasSize(100_002);
  }

  @Test
  void refusesChainsThatAreLonger() {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> expand("1" + " + 1".repeat(2000)))
        .withMessageContaining("tokens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range(1, 2000000000)",
        "concat(s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s,s)",
        "replace(s, 'a', s)",
        "join(split(s, ''), s)",
        "foreach(range(0, 3000), x, foreach(range(0, 3000), y, x))",
        "isMatch(s, '^(a+)+$!')",
        "isMatch(s, '^(a|b)*$')",
        "isMatch(s, '(a*)*b')",
        "contains(s, concat(substring(s, 0, 50000), 'b'))",
        "foreach(range(0, 90000), x, json(s) == 1)",
        "foreach(range(0, 90000), x, dataUri(s))",
        "foreach(range(0, 90000), x, jPath(list, s))",
        "foreach(range(0, 90000), x, setPathToValue(y, s))",
        "jPath(range(0, 9000), '.{. == ^.}')",
        "foreach(range(0, 90000), x, length(s))",
        "count(foreach(range(0, 1000), x, toUpper(s)))"
      })
  void givesUpOnWorkThatIsTooMuch(String expression) {
    assertThatExceptionOfType(ExpansionException.class).isThrownBy(() -> expand(expression));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[x, x]", "concat(x, x)", "{a: x, b: x}"})
  void givesUpOnValuesThatDouble(String twice) {
    var expression = new StringBuilder("x");
    for (int i = 0; i < 24; i++) {
      expression.insert(0, "foreach([" + twice + "], x, ").append(")");
    }
    assertThatExceptionOfType(ExpansionException.class)
        .isThrownBy(() -> expand("foreach([[1, 2, 3]], x, " + expression + ")"));
    assertThatExceptionOfType(ExpansionException.class)
        .isThrownBy(() -> expand("flatten(foreach([[1, 2, 3]], x, " + expression + "))"));
    assertThatExceptionOfType(ExpansionException.class)
        .isThrownBy(() -> expand("string(foreach([[1, 2, 3]], x, " + expression + "))"));
  }

  @Test
  void refusesTextWithoutEnd() {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse(Golden.JSON.createArrayNode().add("${".repeat(100_000))))
        .withMessageContaining("20000 characters");
  }

  @Test
  void refusesTemplatesThatAreNestedTooDeep() {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> Template.parse("deep.json", "[".repeat(600) + "]".repeat(600)));
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(
            () ->
                onSmallStack(
                    () -> Template.parse(nested(20_000, JsonNodeFactory.instance.nullNode()))));
  }

  @Test
  void expandsTemplatesThatAreNestedDeep() {
    var template = nested(450, JsonNodeFactory.instance.objectNode().put("a", "${list[0]}"));

    assertThat(onSmallStack(() -> Template.parse(template).expand(DATA, Golden.HOST)).json())
        .isNotNull();
  }

  @Test
  void refusesDataThatIsNestedTooDeep() {
    var data = Golden.JSON.createObjectNode();
    data.set("a", nested(20_000, JsonNodeFactory.instance.nullNode()));
    data.set("b", nested(20_000, JsonNodeFactory.instance.nullNode()));
    for (var expression :
        new String[] {"a", "a == b", "string(a)", "'' + string(b)", "join(a, '')"}) {
      var template = Template.parse(Golden.JSON.createArrayNode().add("${" + expression + "}"));

      assertThatExceptionOfType(ExpansionException.class)
          .isThrownBy(() -> onSmallStack(() -> template.expand(data, Golden.HOST)));
    }
  }

  private static JsonNode nested(int depth, JsonNode innermost) {
    var node = innermost;
    for (int i = 0; i < depth; i++) {
      node = JsonNodeFactory.instance.objectNode().set("x", node);
    }
    return node;
  }

  @Test
  void quotesLongDataInPartOnly() {
    var template = Template.parse(Golden.JSON.createArrayNode().add("x ${formatDateTime(s)}"));

    assertThat(template.expand(DATA, Golden.HOST).warnings())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("'aaaa")
        .hasSizeLessThan(300);
  }

  @Test
  void keepsToAHundredWarningsEachOnce() {
    var template = Golden.JSON.createObjectNode();
    for (int i = 0; i < 300; i++) {
      template.put("p" + i, "<${nobody}> <${nobody}>");
    }
    assertThat(Template.parse(template).expand(DATA, Golden.HOST).warnings())
        .hasSize(100)
        .doesNotHaveDuplicates();
  }

  @Test
  void takesAFailingFunctionOfTheCallersForAnError() {
    TemplateFunction failing =
        (arguments, host) -> {
          throw new IllegalStateException("no luck");
        };
    var template = Template.parse("t", "[\"x ${luck()}\"]", Map.of("luck", failing));

    assertThat(template.expand(DATA, Golden.HOST).warnings())
        .containsExactly("t#/0: ${luck()} stays as it is: luck: no luck");
  }
}
