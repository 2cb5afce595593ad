package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortTextTest {

  @ParameterizedTest
  @CsvSource({
    "'', 4, '', ''",
    "four, 4, four, four",
    "fives, 4, five, fiv…",
    "abc😀, 5, abc😀, abc😀",
    "abc😀, 4, abc, abc…",
    "abc😀de, 5, abc😀, abc…",
    "abc😀de, 6, abc😀d, abc😀…"
  })
  void keepsWholeCharacters(String text, int most, String beginning, String cut) {
    assertThat(ShortText.beginning(text, most)).isEqualTo(beginning);
    assertThat(ShortText.cut(text, most)).isEqualTo(cut);
  }
}
