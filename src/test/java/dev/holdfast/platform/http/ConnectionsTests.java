package dev.holdfast.platform.http;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class ConnectionsTests {

  @Test
  void thePropertyThatWouldRepeatPostsIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> Connections.refuseRepeatedPosts("true"));
    assertThatIllegalStateException().isThrownBy(() -> Connections.refuseRepeatedPosts(""));
    assertThatNoException().isThrownBy(() -> Connections.refuseRepeatedPosts("false"));
  }
}
