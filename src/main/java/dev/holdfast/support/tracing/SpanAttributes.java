package dev.holdfast.support.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;

/** The attributes of spans: those of OpenTelemetry's semantic conventions, and a few of our own. */
public final class SpanAttributes {

  public static final String METHOD = "http.request.method";

  /** Of a call that is received. */
  public static final String ROUTE = "http.route";

  /** Of a call that is made. */
  public static final String TEMPLATE = "url.template";

  /** What is called. */
  public static final String SYSTEM = "holdfast.system";

  /** The number of a request. */
  public static final String REQUEST = "holdfast.request";

  /** The name of a durable task. */
  public static final String TASK = "holdfast.task";

  static final AttributeKey<Long> STATUS = HttpAttributes.HTTP_RESPONSE_STATUS_CODE;
  static final AttributeKey<String> ERROR = ErrorAttributes.ERROR_TYPE;

  private SpanAttributes() {}
}
