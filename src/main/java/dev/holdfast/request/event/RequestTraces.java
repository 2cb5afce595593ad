package dev.holdfast.request.event;

import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.tracing.OpenSpan;
import dev.holdfast.support.tracing.SpanAttributes;
import dev.holdfast.support.tracing.SpanNames;
import dev.holdfast.support.tracing.Traces;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what becomes of a request in one trace: the one in which its first event was stored. What
 * is scheduled because of an event, as its notifications, is in that trace too. A span that was
 * brought about elsewhere, by an approver's click or a look at the operation, links to it.
 */
@Component
public class RequestTraces {

  /** Of these there can be any number, so they stay with the look that brought them about. */
  private static final Set<RequestEventType> REPEATED =
      EnumSet.of(
          RequestEventType.WAITING,
          RequestEventType.SAFETY_PROGRESSED,
          RequestEventType.PROGRESSED,
          RequestEventType.LEAVING_PROGRESSED);

  private final JdbcClient jdbc;
  private final Traces traces;

  public RequestTraces(JdbcClient jdbc, Traces traces) {
    this.jdbc = jdbc;
    this.traces = traces;
  }

  /** The span of an event, in the transaction that stores it. */
  OpenSpan event(RequestEvent event) {
    if (!traces.isOn()) {
      return traces.within(null, "");
    }
    String stored = stored(event.request());
    OpenSpan span =
        traces.within(
            REPEATED.contains(event.type()) ? null : stored, SpanNames.event(event.type()));
    if (stored == null) {
      jdbc.sql("update requests set traceparent = :here where id = :id")
          .param("here", span.traceparent())
          .param("id", event.request().number())
          .update();
    }
    return span.with(SpanAttributes.REQUEST, event.request().toString());
  }

  /** The span of the call that starts an operation. */
  public OpenSpan start(RequestId request) {
    return traces.isOn()
        ? traces
            .within(stored(request), SpanNames.start())
            .with(SpanAttributes.REQUEST, request.toString())
        : traces.within(null, "");
  }

  private @Nullable String stored(RequestId request) {
    return jdbc.sql("select traceparent from requests where id = ?")
        .param(request.number())
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(text -> text)
        .orElse(null);
  }
}
