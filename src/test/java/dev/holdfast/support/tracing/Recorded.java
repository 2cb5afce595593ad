package dev.holdfast.support.tracing;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Optional;

/** Traces whose spans can be looked at. */
public final class Recorded {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final io.opentelemetry.api.trace.Tracer tracer =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(exporter))
          .build()
          .get("test");

  public Traces traces() {
    return new Traces(Optional.of(tracer));
  }

  io.opentelemetry.api.trace.Tracer tracer() {
    return tracer;
  }

  /** Those that have ended, in the order of their ends. */
  public List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /** The last that has ended. */
  SpanData last() {
    return spans().get(spans().size() - 1);
  }
}
