package dev.holdfast.request;

import dev.holdfast.request.step.Actor;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of a request's transitions.
 *
 * @param from empty for a request that is just submitted
 */
record RequestTransition(
    Optional<RequestState> from,
    RequestTrigger event,
    RequestState to,
    Actor actor,
    List<RequestGuard> guards) {

  boolean fits(Request request, RequestTrigger trigger, Attempt attempt) {
    return event == trigger
        && from.filter(state -> state == request.state()).isPresent()
        && guards.stream().allMatch(guard -> guard.holdsOf(request, attempt));
  }
}
