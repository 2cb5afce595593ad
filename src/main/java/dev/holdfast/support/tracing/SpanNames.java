package dev.holdfast.support.tracing;

import java.util.Locale;

/** The names of spans, for those who look at traces; nobody reads them in the chat. */
public final class SpanNames {

  private SpanNames() {}

  /** Of what happened to a request. */
  public static String event(Enum<?> type) {
    return "request " + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of the call that starts an operation, with what belongs to it. */
  public static String start() {
    return "start operation";
  }

  static String task(String name) {
    return "task " + name;
  }
}
