package dev.holdfast.support.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** A span of this thread, until it's closed. */
public final class OpenSpan implements AutoCloseable {

  private static final int FIRST_ERROR = 400;
  private static final String UNANSWERED = "no_answer";

  private final Span span;
  private final Scope scope;
  private boolean waits;

  private OpenSpan(Span span, Scope scope, boolean waits) {
    this.span = span;
    this.scope = scope;
    this.waits = waits;
  }

  static OpenSpan of(Span span) {
    return new OpenSpan(span, span.makeCurrent(), false);
  }

  /** One that has failed if it's closed before the call was answered. */
  static OpenSpan ofCall(Span span) {
    return new OpenSpan(span, span.makeCurrent(), true);
  }

  /** Of nothing: nothing is traced. */
  static OpenSpan none() {
    return new OpenSpan(Span.getInvalid(), Scope.noop(), false);
  }

  /** Sets an attribute: never a name, a text, or the ID of a person or an environment. */
  public OpenSpan with(String key, String value) {
    span.setAttribute(key, value);
    return this;
  }

  /** Says how a call was answered. */
  public void answered(int status) {
    waits = false;
    answered(span, status, FIRST_ERROR);
  }

  static void answered(Span span, int status, int firstError) {
    span.setAttribute(SpanAttributes.STATUS, (long) status);
    if (status >= firstError) {
      failed(span, String.valueOf(status));
    }
  }

  static void failed(Span span, String type) {
    span.setAttribute(SpanAttributes.ERROR, type);
    span.setStatus(StatusCode.ERROR);
  }

  /** Records only the type of an exception, because its message may contain names. */
  static void failed(Span span, Throwable why) {
    failed(span, why.getClass().getSimpleName());
  }

  void failed(Throwable why) {
    failed(span, why);
  }

  /** The span as it's stored. */
  public String traceparent() {
    return Traceparent.of(span.getSpanContext());
  }

  @Override
  public void close() {
    if (waits) {
      failed(span, UNANSWERED);
    }
    scope.close();
    span.end();
  }
}
