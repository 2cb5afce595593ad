package dev.holdfast.support.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens the spans of Holdfast's own. Where nothing is traced, there is no tracer. */
@Component
public class Traces {

  private final Optional<Tracer> tracer;

  @Autowired
  Traces(ObjectProvider<Tracer> tracer) {
    this(Optional.ofNullable(tracer.getIfAvailable()));
  }

  Traces(Optional<Tracer> tracer) {
    this.tracer = tracer;
  }

  /** Traces nothing. */
  public static Traces off() {
    return new Traces(Optional.empty());
  }

  public boolean isOn() {
    return tracer.isPresent();
  }

  /** The span of this thread as it's stored; empty if there is none. */
  Optional<String> current() {
    return Optional.of(Span.current().getSpanContext())
        .filter(span -> isOn() && span.isValid())
        .map(Traceparent::of);
  }

  /**
   * Opens a span in the trace of a stored one. If this thread is in another trace, the span links
   * to it: that is what brought it about.
   *
   * @param stored null for a span of the trace of this thread, or of a new one
   */
  public OpenSpan within(@Nullable String stored, String name) {
    return open(
        name,
        builder -> {
          SpanContext here = Span.current().getSpanContext();
          Traceparent.parse(stored)
              .filter(parent -> !parent.getTraceId().equals(here.getTraceId()))
              .ifPresent(parent -> builder.setParent(child(parent)).addLink(here));
        });
  }

  /** Opens a span of a trace of its own that links to a stored one. */
  OpenSpan after(@Nullable String stored, String name) {
    return open(
        name,
        builder -> {
          builder.setNoParent();
          Traceparent.parse(stored).ifPresent(builder::addLink);
        });
  }

  /**
   * Opens the span of a call.
   *
   * @param system what is called
   * @param route without host, IDs, and parameters
   */
  public OpenSpan call(String system, String method, String route) {
    return tracer
        .map(
            it ->
                OpenSpan.ofCall(
                        it.spanBuilder(method + " " + route)
                            .setSpanKind(SpanKind.CLIENT)
                            .startSpan())
                    .with(SpanAttributes.SYSTEM, system)
                    .with(SpanAttributes.METHOD, method)
                    .with(SpanAttributes.TEMPLATE, route))
        .orElseGet(OpenSpan::none);
  }

  private OpenSpan open(String name, Consumer<SpanBuilder> how) {
    return tracer
        .map(
            it -> {
              SpanBuilder builder = it.spanBuilder(name);
              how.accept(builder);
              return OpenSpan.of(builder.startSpan());
            })
        .orElseGet(OpenSpan::none);
  }

  private static Context child(SpanContext parent) {
    return Context.root().with(Span.wrap(parent));
  }

  /** A task for another thread that belongs to the span of this one. */
  public static Runnable carried(Runnable task) {
    return Context.current().wrap(task);
  }

  /** The same with something that is given to it. */
  public static <A, B> Function<A, B> carriedFunction(Function<A, B> task) {
    return Context.current().wrapFunction(task);
  }

  /** The same with a result. */
  public static <T> Supplier<T> carried(Supplier<T> task) {
    return Context.current().wrapSupplier(task);
  }
}
