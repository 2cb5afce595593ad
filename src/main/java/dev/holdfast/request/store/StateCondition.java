package dev.holdfast.request.store;

import dev.holdfast.request.RequestState;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States of requests in SQL. */
final class StateCondition {

  private StateCondition() {}

  /** {@code state in (…)} with the states that are meant. */
  static String of(Predicate<RequestState> meant) {
    return Stream.of(RequestState.values())
        .filter(meant)
        .map(state -> "'" + state.name() + "'")
        .collect(Collectors.joining(", ", "state in (", ")"));
  }
}
