package dev.holdfast.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTests {

  @ParameterizedTest
  @ValueSource(strings = {"R-1042", "r-1042", "R1042", " 1042 "})
  void isReadAsPeopleWriteIt(String text) {
    assertThat(RequestId.parse(text)).contains(new RequestId(1042));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R-", "R-10a", "1042; drop table", "99999999999999999999"})
  void anythingElseIsNone(String text) {
    assertThat(RequestId.parse(text)).isEmpty();
  }

  @Test
  void isWrittenWithItsLetter() {
    assertThat(new RequestId(1042)).hasToString("R-1042");
  }
}
