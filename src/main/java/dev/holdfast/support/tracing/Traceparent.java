package dev.holdfast.support.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A span as it's stored: version 00 of the W3C header {@code traceparent}. */
final class Traceparent {

  private static final Pattern PATTERN =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

  private Traceparent() {}

  static String of(SpanContext span) {
    return "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags());
  }

  /** The span of a stored text; empty for everything that isn't one. */
  static Optional<SpanContext> parse(@Nullable String text) {
    Matcher matcher = PATTERN.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(
            SpanContext.createFromRemoteParent(
                matcher.group(1),
                matcher.group(2),
                TraceFlags.fromHex(matcher.group(3), 0),
                TraceState.getDefault()))
        : Optional.empty();
  }
}
