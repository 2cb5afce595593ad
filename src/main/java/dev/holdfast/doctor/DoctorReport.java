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
public record DoctorReport(Instant at, List<NamedCheckResult> findings) {

  public boolean well() {
    return count(CheckStatus.BROKEN) == 0;
  }

  public long count(CheckStatus state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  /** By area, the area with the worst finding first, and within an area the worst finding first. */
  public Map<CheckArea, List<NamedCheckResult>> byArea() {
    Map<CheckArea, List<NamedCheckResult>> areas =
        findings.stream()
            .sorted(Comparator.comparing(NamedCheckResult::state))
            .collect(
                Collectors.groupingBy(
                    NamedCheckResult::area, LinkedHashMap::new, Collectors.toList()));
    Map<CheckArea, List<NamedCheckResult>> worstFirst = new LinkedHashMap<>();
    sorted(areas).forEach(area -> worstFirst.put(area.getKey(), area.getValue()));
    return worstFirst;
  }

  private static Stream<Map.Entry<CheckArea, List<NamedCheckResult>>> sorted(
      Map<CheckArea, List<NamedCheckResult>> areas) {
    Comparator<Map.Entry<CheckArea, List<NamedCheckResult>>> byWorst =
        Comparator.comparing(area -> area.getValue().get(0).state());
    return areas.entrySet().stream().sorted(byWorst.thenComparing(Map.Entry.comparingByKey()));
  }

  /** The verdict in a line, such as {@code 1 broken, 2 to look at, 11 well}. */
  public String summary() {
    return Stream.of(
            said(CheckStatus.BROKEN, "broken"),
            said(CheckStatus.WARNING, "to look at"),
            said(CheckStatus.SKIPPED, "not looked at"),
            said(CheckStatus.OK, "well"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String said(CheckStatus state, String word) {
    long count = count(state);
    return count == 0 ? "" : count + " " + word;
  }
}
