package dev.holdfast.doctor;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One examination.
 *
 * @param at when it was done
 */
public record Report(Instant at, List<Finding> findings) {

  public boolean well() {
    return count(State.BROKEN) == 0;
  }

  public long count(State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  /** By area, the area with the worst finding first, and within an area the worst finding first. */
  public Map<Area, List<Finding>> byArea() {
    Map<Area, List<Finding>> areas =
        findings.stream()
            .sorted(Comparator.comparing(Finding::state))
            .collect(Collectors.groupingBy(Finding::area, LinkedHashMap::new, Collectors.toList()));
    Map<Area, List<Finding>> worstFirst = new LinkedHashMap<>();
    sorted(areas).forEach(area -> worstFirst.put(area.getKey(), area.getValue()));
    return worstFirst;
  }

  private static Stream<Map.Entry<Area, List<Finding>>> sorted(Map<Area, List<Finding>> areas) {
    Comparator<Map.Entry<Area, List<Finding>>> byWorst =
        Comparator.comparing(area -> area.getValue().get(0).state());
    return areas.entrySet().stream().sorted(byWorst.thenComparing(Map.Entry.comparingByKey()));
  }

  /** The verdict in a line, such as {@code 1 broken, 2 to look at, 11 well}. */
  public String summary() {
    return Stream.of(
            said(State.BROKEN, "broken"),
            said(State.WARNING, "to look at"),
            said(State.SKIPPED, "not looked at"),
            said(State.OK, "well"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String said(State state, String word) {
    long count = count(state);
    return count == 0 ? "" : count + " " + word;
  }
}
