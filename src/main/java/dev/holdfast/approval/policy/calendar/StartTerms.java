package dev.holdfast.approval.policy.calendar;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule.StartWindow;
import dev.holdfast.calendar.NamedCalendar;
import dev.holdfast.calendar.StartTimes;
import dev.holdfast.message.Message;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The windows and freezes that a policy has for one start, and what they say in words. */
final class StartTerms {

  private static final String ENVIRONMENT = "environment";
  private static final String TIME = "time";

  /** People think of what is changed, not of where its data come from. */
  private static final Comparator<EnvironmentUse> AFFECTED_FIRST =
      Comparator.comparing(use -> use.role() == EnvironmentRole.DATA_LEAVES);

  private final List<Bound<StartWindow>> windows;
  private final List<Bound<Policy.Freeze>> freezes;
  private final StartTimes times;

  private StartTerms(List<Bound<StartWindow>> windows, List<Bound<Policy.Freeze>> freezes) {
    this.windows = windows;
    this.freezes = freezes;
    this.times =
        new StartTimes(
            windows.stream().map(window -> window.term().calendars()).toList(),
            freezes.stream().flatMap(freeze -> freeze.term().calendars().stream()).toList());
  }

  /**
   * A window or freeze that counts.
   *
   * @param environment the name of the environment for which it does
   */
  private record Bound<T>(String environment, T term) {}

  /**
   * An emergency leaves aside those that it passes. Where it isn't certain which rule covers an
   * environment, there's no window here: until that is known, nothing starts anyway.
   */
  static StartTerms of(Policy policy, StartCandidate start) {
    List<EnvironmentUse> uses = start.uses().stream().sorted(AFFECTED_FIRST).toList();
    return new StartTerms(
        uses.stream()
            .flatMap(use -> window(policy, start, use).stream())
            .filter(window -> !start.emergency() || !window.term().emergenciesPass())
            .toList(),
        policy.freezes().stream()
            .filter(freeze -> freeze.isAbout(start.kind(), start.needsApproval()))
            .filter(freeze -> !start.emergency() || !freeze.emergenciesPass())
            .flatMap(freeze -> bound(freeze, uses).stream())
            .toList());
  }

  private static Optional<Bound<StartWindow>> window(
      Policy policy, StartCandidate start, EnvironmentUse use) {
    return policy
        .ruleOf(use.environment())
        .flatMap(rule -> rule.windowOf(start.kind(), start.needsApproval()))
        .map(window -> new Bound<>(use.environment().displayName(), window));
  }

  private static Optional<Bound<Policy.Freeze>> bound(
      Policy.Freeze freeze, List<EnvironmentUse> uses) {
    return uses.stream()
        .map(EnvironmentUse::environment)
        .filter(freeze::covers)
        .findFirst()
        .map(environment -> new Bound<>(environment.displayName(), freeze));
  }

  /** Whether they say nothing. */
  boolean areNone() {
    return times.areAlways();
  }

  /** Until when all that began now would be within them; empty if that's for a year. */
  Optional<Instant> end(Instant now) {
    return times.endOf(now);
  }

  Optional<StartObstacle> obstacle(Instant now, Duration length) {
    if (areNone() || times.allow(now, length)) {
      return Optional.empty();
    }
    Optional<Instant> next = times.next(now, length);
    Message why = frozen(now).or(() -> outside(now)).orElseGet(() -> tooLong(now, length));
    return Optional.of(
        new StartObstacle(
            why.then(
                next.map(at -> Message.of("startWindow.next", TIME, at))
                    .orElseGet(() -> Message.of("startWindow.never"))),
            next));
  }

  private Optional<Message> frozen(Instant now) {
    return freezes.stream()
        .flatMap(
            freeze ->
                frozen(freeze.term(), now)
                    .map(
                        what ->
                            what.then(
                                Message.of(
                                    "startWindow.frozen.environment",
                                    ENVIRONMENT,
                                    freeze.environment())))
                    .stream())
        .findFirst();
  }

  /** Until when and why; empty unless it's in force. */
  static Optional<Message> frozen(Policy.Freeze freeze, Instant now) {
    StartTimes others = new StartTimes(List.of(), freeze.calendars());
    return others.allow(now)
        ? Optional.empty()
        : Optional.of(
            others
                .beginAfter(now)
                .map(end -> Message.of("startWindow.frozen", TIME, end))
                .orElseGet(() -> Message.of("startWindow.frozen.long"))
                .with("reason", freeze.reason()));
  }

  private Optional<Message> outside(Instant now) {
    return windows.stream()
        .filter(window -> !new StartTimes(List.of(window.term().calendars()), List.of()).allow(now))
        .findFirst()
        .map(
            window ->
                Message.of(
                    "startWindow.outside",
                    ENVIRONMENT,
                    window.environment(),
                    "calendars",
                    window.term().calendars().stream().map(NamedCalendar::name).toList()));
  }

  private Message tooLong(Instant now, Duration length) {
    return Message.of(
        "startWindow.tooLong",
        "duration",
        length,
        TIME,
        end(now).orElseGet(() -> now.plus(length)));
  }
}
