package dev.holdfast.request.event;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.support.tracing.OpenSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Who is told of which events, in this order. The listeners are looked up when something happens,
 * because most of them need the store of requests themselves.
 */
public final class RequestEventListeners implements RequestEventPublisher {

  private final List<Entry> entries;
  private final List<ObjectProvider<? extends AuditEventListener>> ofAuditEvents;

  private final Supplier<RequestTraces> traces;

  private RequestEventListeners(Builder builder) {
    this.traces = builder.traces;
    this.entries = List.copyOf(builder.entries);
    this.ofAuditEvents = List.copyOf(builder.ofAuditEvents);
  }

  /**
   * @param traces made when the first thing happens
   */
  public static Builder inOrder(Supplier<RequestTraces> traces) {
    return new Builder(traces);
  }

  @Override
  public void publish(Request request, RequestEvent event) {
    try (OpenSpan span = traces.get().event(event)) {
      for (Entry entry : entries) {
        if (entry.types().contains(event.type())) {
          entry.listener().ifAvailable(listener -> listener.on(request, event));
        }
      }
    }
  }

  @Override
  public void publish(AuditEvent event) {
    ofAuditEvents.forEach(provider -> provider.ifAvailable(listener -> listener.on(event)));
  }

  /** The names of those who are told of an event, in their order. */
  public List<String> namesFor(RequestEventType type) {
    return entries.stream().filter(entry -> entry.types().contains(type)).map(Entry::name).toList();
  }

  @Override
  public List<String> missing() {
    return entries.stream()
        .filter(entry -> entry.listener().getIfAvailable() == null)
        .map(Entry::name)
        .toList();
  }

  private record Entry(
      Set<RequestEventType> types,
      String name,
      ObjectProvider<? extends RequestEventListener> listener) {}

  /** Takes the listeners in their order. */
  public static final class Builder {

    private final List<Entry> entries = new ArrayList<>();
    private final List<ObjectProvider<? extends AuditEventListener>> ofAuditEvents =
        new ArrayList<>();

    private final Supplier<RequestTraces> traces;

    private Builder(Supplier<RequestTraces> traces) {
      this.traces = traces;
    }

    /** Told of everything. */
    public <T extends RequestEventListener> Builder onAll(
        Class<T> type, ObjectProvider<T> listener) {
      return on(EnumSet.allOf(RequestEventType.class), type, listener);
    }

    /** Told of some events. */
    public <T extends RequestEventListener> Builder on(
        Set<RequestEventType> types, Class<T> type, ObjectProvider<T> listener) {
      entries.add(new Entry(Set.copyOf(types), type.getSimpleName(), listener));
      return this;
    }

    /** Told of what happens around requests without changing them. */
    public Builder onAuditEvents(ObjectProvider<? extends AuditEventListener> listener) {
      ofAuditEvents.add(listener);
      return this;
    }

    public RequestEventListeners build() {
      return new RequestEventListeners(this);
    }
  }
}
