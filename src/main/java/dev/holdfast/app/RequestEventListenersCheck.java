package dev.holdfast.app;

import dev.holdfast.request.event.RequestEventPublisher;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Keeps Holdfast from starting when a listener is missing: nobody would do its work. The modes of
 * the command line tell nobody anything, and need nothing that listeners need.
 */
@Component
@ConditionalOnWebApplication
class RequestEventListenersCheck implements SmartInitializingSingleton {

  private final RequestEventPublisher listeners;

  RequestEventListenersCheck(RequestEventPublisher listeners) {
    this.listeners = listeners;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> missing = listeners.missing();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "These listeners of request events are missing: " + String.join(", ", missing));
    }
  }
}
