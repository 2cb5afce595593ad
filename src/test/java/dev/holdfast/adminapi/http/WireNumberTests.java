package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireNumberTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "885.0391 | 885.0391",
        "885,0391 | 885.0391",
        "12,5 | 12.5",
        "0,125 | 0.125",
        "1234,567 | 1234.567",
        "1.234,56 | 1234.56",
        "1,234.56 | 1234.56",
        "1,234,567 | 1234567",
        "1.234.567 | 1234567",
        "1 234,5 | 1234.5",
        "1'234.5 | 1234.5",
        "1.5E3 | 1500",
        "1e-3 | 0.001",
        "1,5E3 | 1500",
        ".5 | 0.5",
        "-7 | -7",
        "+7. | 7"
      })
  void aNumberIsReadInAnySpelling(String text, double number) {
    assertThat(WireNumber.parse(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NaN",
        "Infinity",
        "1e400",
        "0x10",
        "1,234",
        "-12,345",
        "1,2,3",
        "1.2.3",
        "5 MB"
      })
  void whatIsNoNumberOrCouldBeTwoIsNone(String text) {
    assertThat(WireNumber.parse(text)).isEmpty();
  }
}
