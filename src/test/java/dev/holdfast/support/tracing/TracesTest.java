package dev.holdfast.support.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String STORED = "00-" + TRACE + "-b7ad6b7169203331-01";

  private final Recorded recorded = new Recorded();
  private final Traces traces = recorded.traces();

  @AfterEach
  void nothingStaysOpen() {
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void aSpanWithinAStoredOneIsItsChild() {
    traces.within(STORED, "one").close();

    SpanData span = recorded.last();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span.getLinks()).isEmpty();
  }

  @Test
  void fromAnotherTraceItLinksToWhatBroughtItAbout() {
    String click;
    try (OpenSpan here = traces.within(null, "click")) {
      click = here.traceparent();
      traces.within(STORED, "one").close();
    }

    SpanData span = recorded.spans().get(0);
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getLinks()).hasSize(1);
    assertThat(Traceparent.of(span.getLinks().get(0).getSpanContext())).isEqualTo(click);
  }

  @Test
  void inTheSameTraceItIsTheChildOfWhereItIs() {
    try (OpenSpan task = traces.within(STORED, "task")) {
      traces.within(STORED, "one").close();
      assertThat(recorded.last().getParentSpanId()).isEqualTo(task.traceparent().split("-")[2]);
    }
    assertThat(recorded.spans().get(0).getLinks()).isEmpty();
  }

  @Test
  void aSpanAfterAStoredOneIsATraceOfItsOwn() {
    try (OpenSpan here = traces.within(null, "here")) {
      traces.after(STORED, "look").close();
      assertThat(here.traceparent()).doesNotContain(recorded.last().getTraceId());
    }

    SpanData span = recorded.spans().get(0);
    assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(span.getTraceId()).isNotEqualTo(TRACE);
    assertThat(span.getLinks()).hasSize(1);
    assertThat(Traceparent.of(span.getLinks().get(0).getSpanContext())).isEqualTo(STORED);
  }

  @Test
  void whatIsStoredAndNoSpanIsNotTakenForOne() {
    traces.within("drop table requests", "one").close();
    traces.after("drop table requests", "two").close();
    assertThat(recorded.spans())
        .hasSize(2)
        .allSatisfy(
            span -> {
              assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
              assertThat(span.getLinks()).isEmpty();
            });
  }

  @Test
  void aCallSaysHowItWasAnswered() {
    try (OpenSpan call = traces.call("teams", "POST", "/v3/conversations")) {
      call.answered(201);
    }
    assertThat(recorded.last().getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(recorded.last().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(recorded.last().getAttributes().get(SpanAttributes.STATUS)).isEqualTo(201);

    try (OpenSpan call = traces.call("teams", "POST", "/v3/conversations")) {
      call.answered(429);
    }
    assertThat(recorded.last().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(recorded.last().getAttributes().get(SpanAttributes.ERROR)).isEqualTo("429");
  }

  @Test
  void aCallWithoutAnAnswerHasFailed() {
    traces.call("webhook", "POST", "webhook").close();
    assertThat(recorded.last().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(recorded.last().getAttributes().get(SpanAttributes.ERROR)).isEqualTo("no_answer");
  }

  @Test
  void anotherThreadGoesOnWithTheSpan() throws ExecutionException, InterruptedException {
    String here;
    FutureTask<String> there = new FutureTask<>(() -> Span.current().getSpanContext().getSpanId());
    try (OpenSpan span = traces.within(null, "here")) {
      here = span.traceparent();
      new Thread(Traces.carried(there)).start();
    }
    assertThat(here).contains(there.get());
  }

  @Test
  void whereNothingIsTracedThereAreNoSpans() {
    Traces off = Traces.off();
    assertThat(off.isOn()).isFalse();
    try (OpenSpan span = off.within(STORED, "one").with("key", "value");
        OpenSpan call = off.call("teams", "GET", "/v3")) {
      call.answered(200);
      assertThat(off.current()).isEmpty();
      assertThat(Span.current().getSpanContext().isValid()).isFalse();
      assertThat(Traceparent.parse(span.traceparent())).isEmpty();
    }
  }
}
