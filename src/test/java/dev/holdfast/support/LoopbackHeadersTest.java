package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHeadersTest {

  private static final int PORT = 3978;

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:3978", "127.0.0.1:3978", "[::1]:3978", "LOCALHOST", "localhost"})
  void namesOfThisMachineAreAnswered(String host) {
    assertThat(LoopbackHeaders.refusal(host, null, PORT)).isEmpty();
    assertThat(LoopbackHeaders.refusal(host, "http://localhost:56150", PORT)).isEmpty();
    assertThat(LoopbackHeaders.refusal(host, "http://[::1]:56150", PORT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:3978",
        "localhost.evil.example:3978",
        "localhost:3979",
        "localhost:",
        "localhost:3978@evil.example",
        "127.0.0.1.evil.example",
        "127.1:3978",
        "[::2]:3978",
        "0.0.0.0:3978",
        ""
      })
  void otherNamesAreNot(String host) {
    assertThat(LoopbackHeaders.refusal(host, null, PORT).orElseThrow())
        .contains("localhost:3978")
        .contains("header Host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "",
        "http://localhost.evil.example",
        "file://",
        "x y"
      })
  void pagesOfOtherSitesAreNot(String origin) {
    assertThat(LoopbackHeaders.refusal("localhost:3978", origin, PORT).orElseThrow())
        .contains("header Origin");
  }

  @Test
  void aRequestWithoutAHostIsNot() {
    assertThat(LoopbackHeaders.refusal(null, null, PORT)).isPresent();
  }
}
