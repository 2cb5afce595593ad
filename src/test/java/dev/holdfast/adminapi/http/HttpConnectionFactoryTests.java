package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class HttpConnectionFactoryTests {

  @Test
  void thePropertyThatWouldRepeatPostsIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> HttpConnectionFactory.refuseRepeatedPosts("true"));
    assertThatIllegalStateException()
        .isThrownBy(() -> HttpConnectionFactory.refuseRepeatedPosts(""));
    assertThatNoException().isThrownBy(() -> HttpConnectionFactory.refuseRepeatedPosts("false"));
  }
}
