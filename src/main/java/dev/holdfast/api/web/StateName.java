package dev.holdfast.api.web;

import dev.holdfast.api.order.OrderState;
import dev.holdfast.request.RequestState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The states of a resource, as programs read them: they stay. */
final class StateName {

  private StateName() {}

  /**
   * @param stored the name of an order's or a request's state
   */
  static String of(String stored) {
    if (stored.equals(RequestState.CANCELLED.name())) {
      return of(OrderState.CANCELED.name());
    }
    String[] words = stored.toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** All that there are. */
  static List<String> all() {
    return Stream.concat(
            Arrays.stream(OrderState.values()).map(Enum::name),
            Arrays.stream(RequestState.values()).map(Enum::name))
        .map(StateName::of)
        .distinct()
        .sorted()
        .toList();
  }
}
