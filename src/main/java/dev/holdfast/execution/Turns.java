package dev.holdfast.execution;

import dev.holdfast.request.Request;
import dev.holdfast.request.Requests;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose turn it is: two requests that meet on an environment do not run at once. */
@Component
class Turns {

  private final Requests requests;

  Turns(Requests requests) {
    this.requests = requests;
  }

  /** Which request has to end first, in words; empty when the way is free. */
  Optional<String> inTheWayOf(Request request) {
    return requests.open().stream()
        .filter(other -> other.id().number() != request.id().number())
        .filter(
            other ->
                other.state().underWay()
                    || (other.state() == State.APPROVED && isEarlier(other, request)))
        .filter(other -> meet(other.terms().work(), request.terms().work()))
        .findAny()
        .map(other -> "It waits for " + other.id() + ", which is at work on the same environment.");
  }

  private static boolean isEarlier(Request other, Request request) {
    return other.id().number() < request.id().number();
  }

  /** They meet when one changes an environment that the other reads or changes. */
  private static boolean meet(Work one, Work other) {
    return one.affected().id().equals(other.affected().id())
        || one.affected().id().equals(other.source().id())
        || one.source().id().equals(other.affected().id());
  }
}
