package dev.holdfast.approval.policy.calendar;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.approval.policy.PolicyRule.StartWindow;
import dev.holdfast.calendar.NamedCalendar;
import dev.holdfast.calendar.Span;
import dev.holdfast.calendar.Spans;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When the windows and freezes of the policy in force are, for a calendar. */
@Component
public class PolicyTimes {

  private final PolicyInForce policy;

  PolicyTimes(PolicyInForce policy) {
    this.policy = policy;
  }

  /**
   * A time of a window or a freeze.
   *
   * @param operations kinds of those that it's about; empty for all that may need an approval
   * @param environments those asked about for which it counts
   */
  public record Time(
      Span span, Term term, List<String> operations, List<EnvironmentRef> environments) {

    public Time {
      operations = List.copyOf(operations);
      environments = List.copyOf(environments);
    }
  }

  /** What is then. */
  public sealed interface Term {

    /** Operations may be under way. */
    record Window(List<String> calendars) implements Term {}

    /**
     * Nothing starts.
     *
     * @param everywhere whether that's so for every environment
     */
    record Freeze(String reason, boolean everywhere) implements Term {}
  }

  /** Those of environments that are in a span, or partly so, whole. */
  public List<Time> of(Collection<EnvironmentRef> environments, Span span) {
    Policy now = policy.get();
    List<Time> found = new ArrayList<>();
    windows(now, environments)
        .forEach(
            (window, covered) ->
                spans(window.calendars(), span)
                    .map(
                        time ->
                            new Time(
                                time, new Term.Window(names(window)), window.operations(), covered))
                    .forEach(found::add));
    now.freezes().forEach(freeze -> freezes(freeze, environments, span).forEach(found::add));
    return found;
  }

  private static Map<StartWindow, List<EnvironmentRef>> windows(
      Policy policy, Collection<EnvironmentRef> environments) {
    Map<StartWindow, List<EnvironmentRef>> found = new LinkedHashMap<>();
    for (EnvironmentRef environment : environments) {
      policy.ruleOf(environment).map(PolicyRule::windows).orElse(List.of()).stream()
          .distinct()
          .forEach(
              window -> found.computeIfAbsent(window, any -> new ArrayList<>()).add(environment));
    }
    return found;
  }

  /** One that covers none of them isn't theirs. */
  private static Stream<Time> freezes(
      Policy.Freeze freeze, Collection<EnvironmentRef> environments, Span span) {
    boolean everywhere = freeze.conditions().isEmpty();
    List<EnvironmentRef> covered = environments.stream().filter(freeze::covers).toList();
    return covered.isEmpty() && !everywhere
        ? Stream.of()
        : spans(freeze.calendars(), span)
            .map(
                time ->
                    new Time(
                        time,
                        new Term.Freeze(freeze.reason(), everywhere),
                        freeze.operations(),
                        covered));
  }

  private static List<String> names(StartWindow window) {
    return window.calendars().stream().map(NamedCalendar::name).toList();
  }

  private static Stream<Span> spans(List<NamedCalendar> calendars, Span span) {
    return Spans.of(
        calendars.stream().flatMap(calendar -> calendar.within(span).all().stream()).toList())
        .all()
        .stream();
  }
}
