package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holdfast.request.event.RequestEventListeners;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** With all listeners, every test that starts Holdfast passes the check. */
class RequestEventListenersCheckTest {

  @Test
  void missingListenersStopTheStartAndAreNamed() {
    RequestEventListeners none =
        RequestEventConfiguration.requestEventListeners(new StaticListableBeanFactory());
    assertThatIllegalStateException()
        .isThrownBy(() -> new RequestEventListenersCheck(none).afterSingletonsInstantiated())
        .withMessageContaining("AuditListener, ")
        .withMessageEndingWith("NotificationListener, RequestMetrics");
  }
}
