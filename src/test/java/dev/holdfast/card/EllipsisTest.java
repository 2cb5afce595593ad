package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EllipsisTest {

  @Test
  void aTextThatFitsStaysAsItIs() {
    assertThat(Ellipsis.cut("Contoso UAT", 11)).isEqualTo("Contoso UAT");
  }

  @Test
  void aLongTextEndsAfterAWord() {
    assertThat(Ellipsis.cut("Release with the data of the pilot", 20))
        .isEqualTo("Release with the…");
  }

  @Test
  void aLongWordIsCutWhereItMust() {
    assertThat(Ellipsis.cut("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
  }

  @Test
  void aPersonMadeOfSeveralCodePointsIsNotTakenApart() {
    String technologist = "👩‍💻";
    assertThat(Ellipsis.cut("abc" + technologist + technologist, 7)).isEqualTo("abc…");
  }

  @Test
  void aNameIsOneLine() {
    assertThat(Ellipsis.line("Weekly\n\n  ✓ Restored", 80)).isEqualTo("Weekly ✓ Restored");
  }
}
