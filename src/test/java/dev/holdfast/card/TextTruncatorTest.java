package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTruncatorTest {

  @Test
  void aTextThatFitsStaysAsItIs() {
    assertThat(TextTruncator.cut("Contoso UAT", 11)).isEqualTo("Contoso UAT");
  }

  @Test
  void aLongTextEndsAfterAWord() {
    assertThat(TextTruncator.cut("Release with the data of the pilot", 20))
        .isEqualTo("Release with the…");
  }

  @Test
  void aLongWordIsCutWhereItMust() {
    assertThat(TextTruncator.cut("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
  }

  @Test
  void aPersonMadeOfSeveralCodePointsIsNotTakenApart() {
    String technologist = "👩‍💻";
    assertThat(TextTruncator.cut("abc" + technologist + technologist, 7)).isEqualTo("abc…");
  }

  @Test
  void aNameIsOneLine() {
    assertThat(TextTruncator.line("Weekly\n\n  ✓ Restored", 80)).isEqualTo("Weekly ✓ Restored");
  }
}
