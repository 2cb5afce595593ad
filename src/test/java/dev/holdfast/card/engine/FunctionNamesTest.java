package dev.holdfast.card.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNamesTest {
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
  void hasEveryFunctionThatItNames() {
    var functions = FunctionRegistry.with(Map.of());

    assertThat(FunctionNames.SUPPORTED)
        .hasSize(152 - 14)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(functions.find(name)).as(name).isNotNull());
  }
}
