package dev.holdfast.request;

import dev.holdfast.request.step.Actor;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepGuard;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.StepTransition;
import dev.holdfast.testing.Goldens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the states is made from the tables, and can't differ from them. */
class StatesPageTest {

  private final List<String> lines = new ArrayList<>();

  @Test
  void thePageShowsTheTables() {
    add(
        "# States",
        "",
        "Made from `StepTransition.TABLE` and `RequestTransitions` by `StatesPageTest`; don't edit"
            + " it. Write it anew with `-Dgoldens=rewrite`.",
        "",
        "## One call of the admin API",
        "",
        "A request has a plan of steps: what has to be done before it, such as a safety backup, and"
            + " what it asks for. What isn't in the table is refused.",
        "");
    add("| from | event | to | by | only if |", "| --- | --- | --- | --- | --- |");
    StepTransition.TABLE.forEach(row -> add(cells(row)));
    diagram(StepTransition.TABLE.stream().map(row -> edge(row.from(), row.to(), row.event())));
    add(
        "",
        "## A request",
        "",
        "While its steps are carried out, the state of a request follows from theirs: `APPROVED`"
            + " while all are `PENDING`, `SAFETY_BACKUP` from the first step before the main one"
            + " until the main one starts, then the main step's own. If a step before the main one"
            + " fails, the request is `FAILED` and the main one was never called.",
        "");
    add("| event of a step | moves the request only |", "| --- | --- |");
    for (StepEvent event : StepEvent.values()) {
      if (RequestTransitions.STEP_GUARDS.containsKey(event)) {
        add("| " + event + " | " + words(RequestTransitions.STEP_GUARDS.get(event)) + " |");
      }
    }
    add("", "Everything else:", "");
    add("| from | event | to | by | only |", "| --- | --- | --- | --- | --- |");
    RequestTransitions.TABLE.forEach(row -> add(cells(row)));
    diagram(requestEdges());
    Goldens.assertLines(Path.of("src/docs/STATES.md"), lines);
  }

  private static String cells(StepTransition row) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(row.from(), row.event(), row.to(), lower(row.actor()), row.guard().words());
  }

  private static String cells(RequestTransitions.Row row) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            row.from().map(RequestState::name).orElse("–"),
            row.event(),
            row.to(),
            lower(row.actor()),
            words(row.guards()));
  }

  private static String words(List<RequestGuard> guards) {
    return guards.stream().map(RequestGuard::words).collect(Collectors.joining("; "));
  }

  private static String lower(Actor actor) {
    return actor.name().toLowerCase(Locale.ROOT);
  }

  private static Stream<String[]> requestEdges() {
    Stream<String[]> own =
        RequestTransitions.TABLE.stream()
            .filter(row -> row.from().isEmpty() || row.from().get() != row.to())
            .map(row -> edge(row.from().map(Enum::name).orElse("[*]"), row.to(), row.event()));
    Stream<String[]> bySteps =
        StepTransition.TABLE.stream()
            .filter(row -> row.from() != row.to() && row.guard() == StepGuard.NONE)
            .map(row -> edge(ofMain(row.from()), ofMain(row.to()), row.event()));
    Stream<String[]> before =
        Stream.of(
            edge("APPROVED", "SAFETY_BACKUP", "a step before"),
            edge("SAFETY_BACKUP", "APPROVED", "a step before"),
            edge("SAFETY_BACKUP", "FAILED", "a step before"),
            edge("SAFETY_BACKUP", "STARTING", StepEvent.START_COMMITTED),
            edge("STARTING", "SAFETY_BACKUP", StepEvent.NOT_STARTED));
    return Stream.of(own, bySteps, before).flatMap(edges -> edges);
  }

  private static String ofMain(StepState state) {
    return state == StepState.PENDING ? "APPROVED" : state.name();
  }

  private static String[] edge(Object from, Object to, Object event) {
    return new String[] {from + " --> " + to, event.toString()};
  }

  private void diagram(Stream<String[]> edges) {
    Map<String, TreeSet<String>> labels = new LinkedHashMap<>();
    edges.forEach(e -> labels.computeIfAbsent(e[0], key -> new TreeSet<>()).add(e[1]));
    add("", "```mermaid", "stateDiagram-v2");
    labels.forEach((edge, events) -> add("  " + edge + ": " + String.join(", ", events)));
    add("```");
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }
}
