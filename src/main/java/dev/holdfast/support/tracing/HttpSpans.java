package dev.holdfast.support.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Makes spans of what Spring observes of HTTP. Micrometer's own handlers aren't used: they take
 * over the trace of a caller, send the trace along with a call, and keep the messages of
 * exceptions, which have addresses in them.
 */
final class HttpSpans implements ObservationHandler<Observation.Context> {

  private static final int FIRST_OF_SERVER = 500;
  private static final int FIRST_OF_CALLER = 400;

  private final Tracer tracer;

  HttpSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext
        || context instanceof ClientRequestObservationContext;
  }

  @Override
  public void onStart(Observation.Context context) {
    boolean received = context instanceof ServerRequestObservationContext;
    context.put(
        Span.class,
        tracer
            .spanBuilder(context.getName())
            .setSpanKind(received ? SpanKind.SERVER : SpanKind.CLIENT)
            .startSpan());
  }

  @Override
  public void onScopeOpened(Observation.Context context) {
    context.put(Scope.class, span(context).makeCurrent());
  }

  @Override
  public void onScopeClosed(Observation.Context context) {
    context.<Scope>getRequired(Scope.class).close();
  }

  @Override
  public void onError(Observation.Context context) {
    if (context.getError() != null) {
      OpenSpan.failed(span(context), context.getError());
    }
  }

  @Override
  public void onStop(Observation.Context context) {
    Span span = span(context);
    span.updateName(context.getContextualName());
    for (KeyValue value : context.getLowCardinalityKeyValues()) {
      span.setAttribute(value.getKey(), value.getValue());
    }
    answered(context, span);
    span.end();
  }

  /** A caller's mistake is an error of the call that it makes, not of the one that is received. */
  private static void answered(Observation.Context context, Span span) {
    if (context instanceof ServerRequestObservationContext received) {
      HttpServletResponse response = received.getResponse();
      if (response != null) {
        OpenSpan.answered(span, response.getStatus(), FIRST_OF_SERVER);
      }
    } else if (context instanceof ClientRequestObservationContext made
        && made.getResponse() != null) {
      try {
        OpenSpan.answered(span, made.getResponse().getStatusCode().value(), FIRST_OF_CALLER);
      } catch (IOException e) {
        OpenSpan.failed(span, e);
      }
    }
  }

  private static Span span(Observation.Context context) {
    return context.getRequired(Span.class);
  }
}
