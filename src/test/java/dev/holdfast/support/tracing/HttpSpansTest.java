package dev.holdfast.support.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HttpSpansTest {

  private final Recorded recorded = new Recorded();
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final MockHttpServletRequest request =
      new MockHttpServletRequest("POST", "/api/v1/requests/R-1001");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final ServerRequestObservationContext context =
      new ServerRequestObservationContext(request, response);

  @BeforeEach
  void handle() {
    registry.observationConfig().observationHandler(new HttpSpans(recorded.tracer()));
  }

  private SpanData observed(Runnable call) {
    Observation observation =
        Observation.createNotStarted(new ReceivedCallConvention(), () -> context, registry);
    try {
      observation.observe(call);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("Contoso Dev isn't there");
    }
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    return recorded.last();
  }

  @Test
  void aCallIsNamedByItsRoute() {
    request.setQueryString("environment=Contoso");
    context.setPathPattern("/api/v1/requests/{id}");
    response.setStatus(404);
    SpanData span = observed(() -> assertThat(Span.current().getSpanContext().isValid()).isTrue());
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getName()).isEqualTo("POST /api/v1/requests/{id}");
    assertThat(span.getAttributes().toString()).doesNotContain("R-1001", "Contoso");
    assertThat(span.getAttributes().get(SpanAttributes.STATUS)).isEqualTo(404);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void whatHasNoRouteAndAnUnknownMethodSaysNothing() {
    request.setMethod("CONTOSO");
    response.setStatus(503);
    SpanData span = observed(() -> {});
    assertThat(span.getName()).isEqualTo("_OTHER");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void ofAnExceptionOnlyTheTypeIsTold() {
    SpanData span =
        observed(
            () -> {
              throw new IllegalStateException("Contoso Dev isn't there");
            });
    assertThat(span.getAttributes().get(SpanAttributes.ERROR)).isEqualTo("IllegalStateException");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getEvents()).isEmpty();
  }

  @Test
  void nothingElseIsMadeASpan() {
    Observation.start("spring.security.filterchains", registry).stop();
    assertThat(recorded.spans()).isEmpty();
  }
}
