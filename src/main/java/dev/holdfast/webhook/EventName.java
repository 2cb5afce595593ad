package dev.holdfast.webhook;

import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What receivers call the events and states of a request: the stored names, which stay, in small
 * letters.
 */
final class EventName {

  private static final String PREFIX = "dev.holdfast.request.";

  private EventName() {}

  /** Such as {@code succeeded}. */
  static String of(RequestEventType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code awaiting_approval}. */
  static String of(RequestState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** The type of a CloudEvent. */
  static String type(RequestEventType type) {
    return PREFIX + of(type);
  }

  static List<String> all() {
    return Stream.of(RequestEventType.values()).map(EventName::of).toList();
  }

  static boolean isOne(String name) {
    return all().contains(name);
  }
}
