package dev.holdfast.execution;

import dev.holdfast.request.EnvironmentName;
import dev.holdfast.request.Request;
import dev.holdfast.request.Requests;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose turn it is: two requests that meet on an environment do not run at once. */
@Component
class Turns {

  private static final int RECENT = 50;

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

  /** Which request is at work on the environment that another has changed, in words. */
  Optional<String> atWorkOnTargetOf(Request ended) {
    String environment = ended.terms().work().affected().id();
    return requests.open().stream()
        .filter(other -> other.state().underWay())
        .filter(other -> involves(other.terms().work(), environment))
        .findAny()
        .map(
            other ->
                other.id()
                    + " is at work on "
                    + ended.terms().work().affected().displayName()
                    + ". Its end is waited for.");
  }

  /**
   * Which restore was started on the same environment since, in words: what is to be done there
   * now, its card knows better.
   */
  Optional<String> overtook(Request ended) {
    EnvironmentName environment = ended.terms().work().affected();
    Instant called = ended.intendedAt().orElseThrow();
    return requests.recent(Optional.of(environment.id()), RECENT).stream()
        .filter(other -> other.terms().work() instanceof Work.Restore)
        .filter(other -> other.terms().work().affected().id().equals(environment.id()))
        .filter(other -> other.intendedAt().filter(called::isBefore).isPresent())
        .filter(other -> !Set.of(State.APPROVED, State.SAFETY_BACKUP).contains(other.state()))
        .filter(other -> other.ending().filter(end -> !end.started()).isEmpty())
        .findFirst()
        .map(
            other ->
                other.id()
                    + " was started on "
                    + environment.displayName()
                    + " since, so its card is the one to use: write status "
                    + other.id()
                    + ".");
  }

  private static boolean involves(Work work, String environment) {
    return work.affected().id().equals(environment) || work.source().id().equals(environment);
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
