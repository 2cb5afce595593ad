package dev.holdfast.request.event;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.support.tracing.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RequestEventListenersTest {

  private final List<String> told = new ArrayList<>();
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

  /** Hears everything. */
  private final class First implements RequestEventListener {
    @Override
    public void on(Request request, RequestEvent event) {
      told.add("first " + request.id() + " " + event.type());
    }
  }

  /** Hears of cancellations. */
  private final class Second implements RequestEventListener {
    @Override
    public void on(Request request, RequestEvent event) {
      told.add("second " + request.id() + " " + event.type());
    }
  }

  @Test
  void eachIsToldOfItsEventsInTheirOrder() {
    beans.addBean("second", new Second());
    beans.addBean("first", new First());
    RequestEventListeners listeners = listeners();
    Request request = awaiting(1);
    listeners.publish(request, request.submitted());
    listeners.publish(request, request.approval().cancel(ALEX, LATER));
    assertThat(told)
        .containsExactly(
            "first R-1001 SUBMITTED", "first R-1001 CANCELLED", "second R-1001 CANCELLED");
    assertThat(listeners.missing()).isEmpty();
  }

  @Test
  void theOrderOfAnEventCanBeReadWithoutTheListeners() {
    RequestEventListeners listeners = listeners();
    assertThat(listeners.namesFor(RequestEventType.CANCELLED)).containsExactly("First", "Second");
    assertThat(listeners.namesFor(RequestEventType.SUBMITTED)).containsExactly("First");
  }

  @Test
  void thoseThatAreMissingAreNamedAndKeepNobodyFromHearing() {
    beans.addBean("second", new Second());
    RequestEventListeners listeners = listeners();
    assertThat(listeners.missing()).containsExactly("First");
    Request request = awaiting(1);
    listeners.publish(request, request.approval().cancel(ALEX, LATER));
    assertThat(told).containsExactly("second R-1001 CANCELLED");
  }

  @Test
  void whatChangesNoRequestIsToldToThoseWhoKeepIt() {
    AuditEventListener keeper = event -> told.add(event.type() + " of " + event.request());
    beans.addBean("keeper", keeper);
    listeners()
        .publish(
            new AuditEvent(
                new RequestId(7),
                AuditEventType.DECISION_REFUSED,
                RequestState.APPROVED,
                ALEX,
                NOW,
                "no"));
    assertThat(told).containsExactly("DECISION_REFUSED of R-7");
  }

  @Test
  void aPublisherThatNamesNoListenersMissesNone() {
    RequestEventPublisher silent =
        new RequestEventPublisher() {
          @Override
          public void publish(Request request, RequestEvent event) {}

          @Override
          public void publish(AuditEvent event) {}
        };
    assertThat(silent.missing()).isEmpty();
  }

  private RequestEventListeners listeners() {
    return RequestEventListeners.inOrder(() -> new RequestTraces(Mockito.mock(), Traces.off()))
        .onAll(First.class, provider(First.class))
        .on(Set.of(RequestEventType.CANCELLED), Second.class, provider(Second.class))
        .onAuditEvents(provider(AuditEventListener.class))
        .build();
  }

  private <T> ObjectProvider<T> provider(Class<T> type) {
    return beans.getBeanProvider(type);
  }
}
